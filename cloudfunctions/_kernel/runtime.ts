import type { Poster } from '../../shared/contract/registry'
import type { AccountId, BrowserId, ConfirmationCode, HandedCode, Scene, SlipText } from '../../shared/core/ids'
import type { MessageTemplate } from '../../shared/contract/messages'
import type { IsoTime } from '../../shared/core/time'
import type { CardIssuer } from './card/issuer'
import type { FilePort } from './files/port'
import type { Indexer, Sealer } from './seal/sealer'
import type { Store } from './store/port'
import { selfTest } from './seal/self-test'

/** Randomness, handed in: ids for records, digits for member numbers. */
export interface Randomness {
  /** 22 characters of base64url, 128 bits. */
  id(): string
  /** As many decimal digits as asked. */
  digits(count: number): string
}

/** 微信手机号: exchanges the one-time code of `getPhoneNumber` for the number WeChat verified. */
export interface PhoneVerifier {
  verify(code: string, openid: string): Promise<{ ok: true; mobile: string } | { ok: false }>
}

export interface Message {
  readonly openid: string
  readonly template: MessageTemplate
  readonly text: string
  /** The page that a tap opens, with its parameters. */
  readonly page: string
  readonly at: IsoTime
}

/** 订阅消息: WeChat delivers one message per consent. */
export interface Messenger {
  /** Ids of the templates that people are asked to agree to; none where nothing is sent. */
  readonly templates: readonly string[]
  /**
   * `refused`: not agreed to, or the one message of that consent was sent already; the same for good. `unavailable`: worth another try. Throws for what only a
   * developer can mend.
   */
  send(message: Message): Promise<'sent' | 'refused' | 'unavailable'>
}

/** One line per call at the edge: codes and numbers only, never an input or an answer. */
export interface LogEntry {
  readonly function: string
  readonly procedure: string
  readonly code: string
  /** Number told to the person, by which a fault is found in the log. */
  readonly number?: string
  readonly fault?: unknown
  /** A line for the operator, of codes and numbers: the log’s alarm looks for them. */
  readonly alert?: string
}

/**
 * 票箱: casts lie apart from everything that knows people. `compact` leaves nothing in the file of the order in which they came; where the platform keeps
 * the files, there is none that we could rewrite.
 */
export interface BallotStore extends Store {
  compact(): Promise<void>
}

/** Everything the functions need from outside: one object per process, made by the cloud or by the local gateway. */
export interface Runtime {
  readonly store: Store
  readonly ballots: BallotStore
  readonly sealer: Sealer
  readonly indexer: Indexer
  readonly issuer: CardIssuer
  readonly files: FilePort
  readonly random: Randomness
  readonly phone: PhoneVerifier
  readonly messenger: Messenger
  readonly now: () => IsoTime
  readonly log: (entry: LogEntry) => void
  /** What a poster of this scene shows: a link locally, in the cloud the mini-program code that WeChat draws. */
  readonly poster: (scene: Scene) => Promise<Poster>
  /** What an officer hands to somebody: a page of the app that takes an office, binds a membership, checks a certificate, verifies cards or takes a slip of a survey. */
  readonly handedLink: (
    what: 'office' | 'founding' | 'binding' | 'certificate' | 'verify' | 'slip',
    code: HandedCode | SlipText,
  ) => string
  /** What the phone scans from a desk page: a page of the app that asks for the confirmation. */
  readonly confirmationLink: (code: ConfirmationCode) => string
  /** Where desk pages are served: a browser’s call from anywhere else is refused (`https://home.example.cn`). */
  readonly deskOrigin: string
}

/** Who calls: known from the platform’s context or from a browser’s cookie, never from a field of the event. */
export interface Caller {
  /** Who WeChat says is calling; nobody in a browser. */
  readonly openid?: string
  readonly account?: AccountId
  readonly browser?: Browser
}

/** 电脑浏览器: a caller that came over HTTP. */
export interface Browser {
  /** Absent until it was given a cookie. */
  readonly id?: BrowserId
  /** What a person recognises it by: “Chrome，Windows，10.20.*.*”. */
  readonly description: string
  /** Gives the browser another secret with this answer and tells its id; the one it had is worth nothing from then on. */
  renew(): BrowserId
}

const slot: { runtime?: Runtime } = {}

/** Hands the process its runtime, once, before the first call. */
export function provideRuntime(runtime: Runtime): void {
  selfTest()
  slot.runtime = runtime
}

/** The runtime of this process. Throws where nobody provided one: a deployment mistake. */
export function currentRuntime(): Runtime {
  if (slot.runtime === undefined) throw new Error('no runtime was provided to this process')
  return slot.runtime
}
