import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import { ballot } from '../shared/contract/ballot'
import { card } from '../shared/contract/card'
import { home } from '../shared/contract/home'
import { review } from '../shared/contract/review'
import { membership } from '../shared/contract/membership'
import { registry } from '../shared/contract/registry'
import { session } from '../shared/contract/session'
import type { ErrorCode } from '../shared/contract/errors'
import { answerInfo } from '../shared/contract/sealed-answer'
import { isoTime, type IsoTime } from '../shared/core/time'
import { answerAtDoor } from '../cloudfunctions/_kernel/answers/door'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { diskFiles } from '../cloudfunctions/_kernel/files/disk'
import type { KeyProvider } from '../cloudfunctions/_kernel/seal/keys'
import { makeIndexer, makeSealer } from '../cloudfunctions/_kernel/seal/sealer'
import type { Caller, LogEntry, Runtime } from '../cloudfunctions/_kernel/runtime'
import { answerHttp } from '../cloudfunctions/_kernel/desk/http-door'
import type { Answer, ServedFunction } from '../cloudfunctions/_kernel/serve'
import { ballotFunction } from '../cloudfunctions/ballot/function'
import { cardFunction } from '../cloudfunctions/card/function'
import { homeFunction } from '../cloudfunctions/home/function'
import { reviewFunction } from '../cloudfunctions/review/function'
import { membershipFunction } from '../cloudfunctions/membership/function'
import { registryFunction } from '../cloudfunctions/registry/function'
import { sessionFunction } from '../cloudfunctions/session/function'
import { loadWorld } from '../local/demo/load'
import { openLocalSystem, type LocalOptions } from '../local/runtime'
import { answerKeysOf, openAnswer } from '../src/services/open-answer'
import { layWorld } from './worlds'

export const contracts = { ballot, card, home, membership, registry, review, session }
export const functions: Readonly<Record<FunctionName, ServedFunction>> = {
  ballot: ballotFunction,
  card: cardFunction,
  home: homeFunction,
  review: reviewFunction,
  membership: membershipFunction,
  registry: registryFunction,
  session: sessionFunction,
}

export type FunctionName = keyof typeof contracts
type Procedures<F extends FunctionName> = (typeof contracts)[F]['procedures']
type Output<F extends FunctionName, P extends keyof Procedures<F>> = Procedures<F>[P] extends {
  output: infer S extends z.ZodType
}
  ? z.output<S>
  : never

export type Answered<T> =
  | { readonly ok: true; readonly data: T }
  | {
      readonly ok: false
      readonly code: ErrorCode
      readonly message: string
      readonly fields: Readonly<Record<string, string>>
    }

/** Calls over HTTP, as a desk page does. */
export interface TestBrowser {
  ask<F extends FunctionName, P extends keyof Procedures<F> & string>(
    name: F,
    procedure: P,
    input: unknown,
    how?: { readonly requestId?: string; readonly runtime?: Runtime },
  ): Promise<Answered<Output<F, P>>>
  /** The cookie it holds now, as it would be sent. */
  cookie(): string
}

/** The whole back end on a small demo world: real store, real seals, real functions; only the clock is ours. */
export interface TestSystem {
  readonly runtime: Runtime
  /** Where database, write-ahead log and files lie. */
  readonly folder: string
  /** What the functions logged, as the platform would keep it. */
  readonly logged: readonly LogEntry[]
  /** What the functions returned to calls by `ask`, `knock` and browsers, as the platform’s log keeps it. */
  readonly returned: readonly string[]
  /** Calls a procedure through its function’s own door as somebody, on a device that opens what is sealed to it; undefined is nobody. A requestId is made up where none is given. */
  ask<F extends FunctionName, P extends keyof Procedures<F> & string>(
    as: string | undefined,
    name: F,
    procedure: P,
    input: unknown,
    requestId?: string,
  ): Promise<Answered<Output<F, P>>>
  /** What crosses the wire, as the platform carries it: JSON in, JSON out; answers before they are sealed to a device. */
  carry(as: string | undefined, name: string, envelope: unknown): Promise<unknown>
  /** The same with the function’s own door: what it returns, and what the platform’s log keeps of it. */
  knock(as: string | undefined, name: string, envelope: unknown): Promise<unknown>
  /** The code that WeChat’s phone button hands to the page of this account. */
  phoneCode(as: string, mobile: string): string
  /** WeChat vouches for this number on this account. */
  verifyPhone(as: string, mobile: string): Promise<void>
  /** From now on this process has these keys, on the same store and files. */
  useKeys(keys: KeyProvider): void
  /** The clock stands still until it is moved. */
  travel(to: IsoTime): void
  /** A browser on somebody’s desk, with its own cookies. */
  browser(): TestBrowser
  /** A WeChat account nobody has seen before. */
  newcomer(): string
  close(): Promise<void>
}

const start = isoTime(Date.parse('2026-11-18T02:00:00.000Z'))
const smallWorld = { units: 60, unions: 60, members: 40, applications: 5 }

/** `options` replaces parts of the local system: another store, for example, or a disk that is waited for. */
export async function openTestSystem(
  size = smallWorld,
  options: Pick<LocalOptions, 'stores' | 'synchronous'> = {},
): Promise<TestSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'home-'))
  let now = start
  let count = 0
  const laid = options.stores === undefined ? await layWorld(size, start, folder) : undefined
  const system = openLocalSystem({ folder, origin: 'http://127.0.0.1', now: () => now, synchronous: 'off', ...options })
  const { codes } = system
  const logged: LogEntry[] = [...(laid ?? [])]
  const returned: string[] = []
  const device = answerKeysOf(randomBytes(32))
  let runtime: Runtime = {
    ...system.runtime,
    log: (entry) => {
      logged.push(entry)
      system.runtime.log(entry)
    },
  }
  if (laid === undefined) await loadWorld(size, 'tests', runtime, membershipFunction, () => {})

  const callerOf = (as: string | undefined): Caller =>
    as === undefined ? {} : { openid: as, account: accountOf(as, runtime) }

  const answered = (answer: Answer): Answered<never> =>
    answer.error === undefined
      ? { ok: true, data: answer.data as never }
      : { ok: false, ...answer.error, fields: answer.error.fields ?? {} }
  async function knock(as: string | undefined, name: string, asked: unknown) {
    const told = await answerAtDoor(functionOf(name), asked, callerOf(as), runtime)
    returned.push(JSON.stringify(told))
    return told
  }

  return {
    get runtime() {
      return runtime
    },
    folder,
    logged,
    returned,
    async ask(as, name, procedure, input, requestId = `test-${++count}-00000000`) {
      const event = { procedure, input, requestId, answerKey: device.answerKey }
      return answered(openAnswer(await knock(as, name, event), device, answerInfo(name, procedure)) as Answer)
    },
    carry: (as, name, envelope) =>
      overTheWire(envelope, (asked) => functionOf(name).answer(asked, callerOf(as), runtime)),
    knock: (as, name, envelope) => overTheWire(envelope, (asked) => knock(as, name, asked)),
    phoneCode: (as, mobile) => codes.issue({ openid: as, mobile }),
    async verifyPhone(as, mobile) {
      const code = codes.issue({ openid: as, mobile })
      const answer = await sessionFunction.answer(
        { procedure: 'verifyPhone', input: { code }, requestId: `phone-${++count}-0000000` },
        callerOf(as),
        runtime,
      )
      if (!answer.ok) throw new Error(`the phone was not verified: ${answer.error?.code ?? ''}`)
    },
    useKeys: (keys) => {
      runtime = { ...runtime, ...underKeys(keys, system.folder.files, runtime) }
    },
    travel: (to) => {
      now = to
    },
    browser() {
      let cookie = ''
      return {
        cookie: () => cookie,
        async ask(name, procedure, input, { requestId = `desk-${++count}-00000000`, runtime: own = runtime } = {}) {
          const envelope = { input, requestId, answerKey: device.answerKey }
          const event = httpCall(`/${name}/${procedure}`, envelope, own, cookie)
          const { statusCode, headers, body } = await answerHttp(functions[name], event, own)
          if (statusCode !== 200) throw new Error(`the door answered ${statusCode}: ${body}`)
          returned.push(body)
          cookie = headers['Set-Cookie']?.split(';')[0] ?? cookie
          return answered(openAnswer(JSON.parse(body), device, answerInfo(name, procedure)) as Answer)
        },
      }
    },
    newcomer: () => `newcomer-${++count}`,
    async close() {
      await system.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A call as CloudBase’s HTTP access hands it to a function. */
export function httpCall(path: string, envelope: object, { deskOrigin }: Pick<Runtime, 'deskOrigin'>, cookie = '') {
  return {
    httpMethod: 'POST',
    path,
    headers: {
      Origin: deskOrigin,
      'User-Agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36',
      ...(cookie === '' ? {} : { Cookie: cookie }),
    },
    body: JSON.stringify(envelope),
    isBase64Encoded: false,
    requestContext: { sourceIp: '10.20.30.40' },
  }
}

/** What a process with other keys sees of the same store and files. */
export function underKeys(keys: KeyProvider, folder: string, { random, now }: Pick<Runtime, 'random' | 'now'>) {
  const sealer = makeSealer(keys)
  return { sealer, indexer: makeIndexer(keys), files: diskFiles({ folder, sealer, random, now }) }
}

function functionOf(name: string): ServedFunction {
  const found = Object.entries(functions).find(([known]) => known === name)?.[1]
  if (found === undefined) throw new Error(`there is no function ${name}`)
  return found
}

async function overTheWire(envelope: unknown, answer: (asked: unknown) => Promise<unknown>): Promise<unknown> {
  return JSON.parse(JSON.stringify(await answer(JSON.parse(JSON.stringify(envelope)))))
}

/** The answer’s data; a refusal here is a failed test that says which. */
export function granted<T>(answer: Answered<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.code} ${answer.message} ${JSON.stringify(answer.fields)}`)
  return answer.data
}

/** The refusal’s code, or that there was none. */
export function codeOf(answer: Answered<unknown>): string {
  return answer.ok ? 'OK' : answer.code
}
