import { isHeld } from '../../../shared/membership/life'
import { memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import type { EventItemRecord } from '../../_kernel/records/union-events'
import type { Reader } from '../../_kernel/store/port'

/** Whether somebody can be moved as planned: the union to which the event leads may end as well before they are. */
export async function isThere({ to }: Pick<EventItemRecord, 'to'>, reader: Reader): Promise<boolean> {
  return (await reader.get(unions, to.union))?.status === 'active'
}

/** Whether it is still about them: whoever went another way, or ended their membership, has nothing to object to. */
export async function isConcerned({ person, from }: EventItemRecord, reader: Reader): Promise<boolean> {
  const member = person === undefined ? undefined : await reader.get(memberships, person)
  return member?.union === from.union && isHeld(member.state)
}

/** Whoever went another way meanwhile is not moved, whatever became of the union that they left. */
export async function mayKeep(item: EventItemRecord, reader: Reader): Promise<boolean> {
  return (await reader.get(unions, item.from.union))?.status === 'active' || !(await isConcerned(item, reader))
}
