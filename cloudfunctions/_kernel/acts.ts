import type { AccountId, RequestId } from '../../shared/core/ids'
import { isoTime } from '../../shared/core/time'
import { refuse, type Outcome, type Refusal } from '../../shared/core/outcome'
import { requests, type RequestRecord } from './records/upkeep'
import type { Runtime } from './runtime'
import { DuplicateId, type Transaction } from './store/port'

const keptForMs = 24 * 60 * 60 * 1000

/** Which act this is: the same account, procedure and requestId mean the same act, and the same effect once. */
export interface ActKey {
  readonly account: AccountId
  readonly procedure: string
  readonly requestId: RequestId
  readonly input: unknown
}

/** Runs a command’s work in a transaction and keeps its answer in that same transaction. `part` tells the rows of a batch apart. */
export type Act = <T, Code extends string>(
  work: (tx: Transaction) => Promise<Outcome<T, Code>>,
  part?: string,
) => Promise<Outcome<T, Code | 'REQUEST_REUSED'>>

export interface Acts {
  readonly act: Act
  /** What this act answered before, if it did. */
  earlier<T, Code extends string>(): Promise<Outcome<T, Code | 'REQUEST_REUSED'> | undefined>
  /** Keeps a refusal as the act’s answer. Where the same act, sent at once, was answered meanwhile, that answer stands. */
  settle<Code extends string>(refusal: Refusal<Code>): Promise<Outcome<unknown, Code | 'REQUEST_REUSED'>>
}

/**
 * Repeats: the first answer, refusal or not, is the answer for 24 h. Two sent at once race for one insert; the loser reads the winner’s answer.
 * The answer is sealed, as it may name people; the input is kept as a keyed digest only.
 */
export function actsOnce(runtime: Runtime, key: ActKey, expectation: <T>(stored: unknown) => T): Acts {
  const { store, sealer, indexer } = runtime
  const input = indexer.lockId(`input:${JSON.stringify(key.input)}`)
  const idOf = (part: string) => indexer.lockId(`request:${key.account}:${key.procedure}:${key.requestId}:${part}`)

  async function answered<T, Code extends string>(
    part: string,
  ): Promise<Outcome<T, Code | 'REQUEST_REUSED'> | undefined> {
    const id = idOf(part)
    const record = await store.get(requests, id)
    if (record === undefined) return undefined
    if (record.input !== input) return refuse('REQUEST_REUSED')
    return expectation<Outcome<T, Code>>(
      JSON.parse(sealer.open({ collection: 'requests', id, field: 'answer' }, record.answer)),
    )
  }

  function remembering(part: string, outcome: unknown): RequestRecord {
    const id = idOf(part)
    return {
      _id: id,
      input,
      answer: sealer.seal({ collection: 'requests', id, field: 'answer' }, JSON.stringify(outcome)),
      expiresAt: isoTime(Date.parse(runtime.now()) + keptForMs),
    }
  }

  async function settlePart<T, Code extends string>(
    part: string,
    refusal: Refusal<Code>,
  ): Promise<Outcome<T, Code | 'REQUEST_REUSED'>> {
    const kept = await store.insert(requests, remembering(part, refusal))
    return kept.ok ? refusal : ((await answered<T, Code>(part)) ?? refusal)
  }

  return {
    earlier: () => answered(''),
    settle: (refusal) => settlePart('', refusal),
    act: async <T, Code extends string>(work: (tx: Transaction) => Promise<Outcome<T, Code>>, part = '') => {
      const before = part === '' ? undefined : await answered<T, Code>(part)
      if (before !== undefined) return before
      try {
        const outcome = await store.transact(async (tx) => {
          const done = await work(tx)
          if (done.ok) await tx.insert(requests, remembering(part, done))
          return done
        })
        return outcome.ok || part === '' ? outcome : await settlePart<T, Code>(part, outcome)
      } catch (fault) {
        if (!(fault instanceof DuplicateId) || fault.collection !== requests.name) throw fault
        const winner = await answered<T, Code>(part)
        if (winner === undefined) throw fault
        return winner
      }
    },
  }
}
