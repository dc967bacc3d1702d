import { isHeld } from '../../../shared/membership/life'
import { memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import type { EventItemRecord } from '../../_kernel/records/union-events'
import type { Reader } from '../../_kernel/store/port'

/** Whether somebody can be moved as planned: the union to which the event leads may end as well before they are. */
export async function isThere({ to }: Pick<EventItemRecord, 'to'>, reader: Reader): Promise<boolean> {
  return (await reader.get(unions, to.union))?.status === 'active'
}

/** Whoever went another way meanwhile is not moved, whatever became of the union that they left. */
export async function mayKeep({ person, from }: EventItemRecord, reader: Reader): Promise<boolean> {
  const [union, member] = [
    await reader.get(unions, from.union),
    person === undefined ? undefined : await reader.get(memberships, person),
  ]
  return union?.status === 'active' || member?.union !== from.union || !isHeld(member.state)
}
