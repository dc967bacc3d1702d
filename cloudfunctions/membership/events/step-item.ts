import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { advanceItem, type EventItemCommand } from '../../../shared/membership/union-event'
import { eventItems, type EventItemRecord } from '../../_kernel/records/union-events'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'

/** One person’s place in an event, a step further. */
export async function stepItem(
  tx: Transaction,
  id: string,
  command: EventItemCommand,
  { now }: Pick<Call<unknown>, 'now'>,
  change: Partial<Pick<EventItemRecord, 'plan' | 'to' | 'followUps' | 'sentence'>> = {},
): Promise<Outcome<EventItemRecord, 'EVENT_CHANGED'>> {
  const item = await tx.get(eventItems, id)
  if (item === undefined) return refuse('EVENT_CHANGED')
  const next = advanceItem(item.state, command)
  if ('refuse' in next) return refuse(next.refuse)
  const after = { ...item, ...change, state: next.to, updatedAt: now }
  await tx.put(eventItems, after)
  return succeed(after)
}
