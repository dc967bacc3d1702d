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

/**
 * Repeats: the first answer, refusal or not, is the answer for 24 h. Two sent at once race for one insert; the loser reads the winner’s answer.
 * The answer is sealed, as it may name people; the input is kept as a keyed digest only.
 */
export function actsOnce(runtime: Runtime, key: ActKey, expectation: <T>(stored: unknown) => T): Act {
  const { store, sealer, indexer } = runtime
  return async <T, Code extends string>(work: (tx: Transaction) => Promise<Outcome<T, Code>>, part = '') => {
    const id = indexer.lockId(`request:${key.account}:${key.procedure}:${key.requestId}:${part}`)
    const input = indexer.lockId(`input:${JSON.stringify(key.input)}`)

    const answered = (record: RequestRecord): Outcome<T, Code | 'REQUEST_REUSED'> =>
      record.input === input
        ? expectation<Outcome<T, Code>>(JSON.parse(sealer.open({ collection: 'requests', id, field: 'answer' }, record.answer)))
        : refuse('REQUEST_REUSED')
    const remember = (outcome: Outcome<T, Code>): RequestRecord => ({
      _id: id,
      input,
      answer: sealer.seal({ collection: 'requests', id, field: 'answer' }, JSON.stringify(outcome)),
      expiresAt: isoTime(Date.parse(runtime.now()) + keptForMs),
    })

    const earlier = await store.get(requests, id)
    if (earlier !== undefined) return answered(earlier)
    try {
      const outcome = await store.transact(async (tx) => {
        const done = await work(tx)
        if (done.ok) await tx.insert(requests, remember(done))
        return done
      })
      if (!outcome.ok) await keepRefusal(outcome, remember)
      return outcome
    } catch (fault) {
      if (!(fault instanceof DuplicateId) || fault.collection !== requests.name) throw fault
      const winner = await store.get(requests, id)
      if (winner === undefined) throw fault
      return answered(winner)
    }
  }

  async function keepRefusal<Code extends string>(refusal: Refusal<Code>, remember: (outcome: Refusal<Code>) => RequestRecord) {
    await store.insert(requests, remember(refusal))
  }
}
