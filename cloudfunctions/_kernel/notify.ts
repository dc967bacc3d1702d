import type { AccountId, ApplicationId } from '../../shared/core/ids'
import { outbox, type OutboxRecord } from './records/outbox'
import { notices } from './records/upkeep'
import type { Call } from './serve'
import type { Transaction } from './store/port'

/**
 * 告诉本人: a notice on their first page, and a message for WeChat, both in the transaction of what they tell of. Whoever refuses messages, or never had any
 * asked for, loses nothing: the notice is there. The text names unions and dates, never personal data.
 */
export function notifying(
  call: Pick<Call<unknown>, 'now' | 'random'>,
  message: { account: AccountId; text: string; application?: ApplicationId; event?: string },
) {
  const { account, text } = message
  const _id = call.random.id()
  const written: OutboxRecord = {
    _id,
    account,
    template: 'result',
    text,
    page: pageOf(message),
    state: 'waiting',
    attempts: 0,
    nextAt: call.now,
    at: call.now,
  }
  return async (tx: Transaction) => {
    await tx.insert(notices, { _id, at: call.now, ...message })
    await tx.insert(outbox, written)
  }
}

/** What a tap on the message opens. */
function pageOf({ application, event }: { application?: ApplicationId; event?: string }): string {
  if (application !== undefined) return `pages/progress/index?application=${encodeURIComponent(application)}`
  if (event !== undefined) return `pages/mine/event/index?event=${encodeURIComponent(event)}`
  return 'pages/home/index'
}
