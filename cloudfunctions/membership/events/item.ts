import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { advanceItem, type EventItemCommand } from '../../../shared/membership/union-event'
import { memberships } from '../../_kernel/records/memberships'
import { eventItems, type EventItemRecord, type UnionEventRecord } from '../../_kernel/records/union-events'
import type { Transaction } from '../../_kernel/store/port'
import { changing, type ChangeRefusal } from '../life/change'
import type { EventPorts } from './ports'
import { clauseOf, movedText } from './texts'

/** One person’s place in an event, a step further. */
export async function stepItem(
  tx: Transaction,
  id: string,
  command: EventItemCommand,
  { now }: Pick<EventPorts, 'now'>,
  change: Partial<Pick<EventItemRecord, 'plan' | 'to' | 'sentence'>> = {},
): Promise<Outcome<EventItemRecord, 'EVENT_CHANGED'>> {
  const item = await tx.get(eventItems, id)
  if (item === undefined) return refuse('EVENT_CHANGED')
  const next = advanceItem(item.state, command)
  if ('refuse' in next) return refuse(next.refuse)
  const after = { ...item, ...change, state: next.to, updatedAt: now }
  await tx.put(eventItems, after)
  return succeed(after)
}

const reasonOf = {
  founded: 'union-founded',
  merged: 'union-merged',
  dissolved: 'union-dissolved',
} as const

/** 办一个人的会籍: by the one writer, wherever `to` says; the number and the day of joining stay. Made ready before its transaction. */
export function carryingOut(
  event: UnionEventRecord,
  item: EventItemRecord,
  ports: EventPorts,
): (tx: Transaction) => Promise<Outcome<unknown, ChangeRefusal>> {
  const { person, plan, from, to, followUps } = item
  if (person === undefined) return () => Promise.resolve(refuse('MEMBERSHIP_MOVED'))
  const common = {
    person,
    on: ports.today,
    from: { _id: from.union, name: from.name },
    union: { _id: to.union, name: to.name },
    facts: { followUps: [...followUps] },
    clause: clauseOf[event.kind],
    tell: movedText(item),
  }
  const move = changing({ ...common, change: 'move', reason: reasonOf[event.kind] }, ports)
  if (plan !== 'retain') return move
  const retain = changing({ ...common, change: 'retain', reason: 'unit-closed' }, ports)
  // Who retired in the days of objection is retained already and still has to leave the union that is gone.
  return async (tx) => ((await tx.get(memberships, person))?.state === 'retained' ? move(tx) : retain(tx))
}
