import { refuse, type Outcome } from '../../../shared/core/outcome'
import { memberships } from '../../_kernel/records/memberships'
import type { EventItemRecord, UnionEventRecord } from '../../_kernel/records/union-events'
import type { Transaction } from '../../_kernel/store/port'
import { changing, type ChangeRefusal } from '../life/change'
import type { EventPorts } from './ports'
import { clauseOf, movedText } from './texts'

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
