import type { AccountId, ApplicationId } from '../../shared/core/ids'
import { notices } from './records/upkeep'
import type { Call } from './serve'
import type { Transaction } from './store/port'

/** Puts a message on somebody’s first page, in the transaction of what it tells of. The text names unions and dates, never personal data. */
export function notifying(
  call: Pick<Call<unknown>, 'now' | 'random'>,
  message: { account: AccountId; text: string; application?: ApplicationId },
) {
  const record = { _id: call.random.id(), at: call.now, ...message }
  return (tx: Transaction) => tx.insert(notices, record)
}
