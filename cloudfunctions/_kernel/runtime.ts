import type { AccountId } from '../../shared/core/ids'
import type { IsoTime } from '../../shared/core/time'
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

/** Everything the functions need from outside: one object per process, made by the cloud or by the local gateway. */
export interface Runtime {
  readonly store: Store
  readonly sealer: Sealer
  readonly indexer: Indexer
  readonly files: FilePort
  readonly random: Randomness
  readonly phone: PhoneVerifier
  readonly now: () => IsoTime
  readonly log: (entry: LogEntry) => void
  /** What a poster’s QR code leads to: a link locally, a mini-program page in the cloud. */
  readonly invitationLink: (scene: string) => string
}

/** Who calls: known from the platform’s context, never from a field of the event. */
export interface Caller {
  readonly openid?: string
  readonly account?: AccountId
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
