import { unreachable } from '../../shared/core/unreachable'
import { MemberCategory } from '../../shared/membership/category'
import type { RosterGroup } from '../../shared/contract/membership-roster'
import { cards } from '../_kernel/records/cards'
import { memberships, RosterSecrets, type MembershipRecord } from '../_kernel/records/memberships'
import { persons, PersonSecrets } from '../_kernel/records/persons'
import { openJson } from '../_kernel/secrets'
import type { Call } from '../_kernel/serve'

type Ports = Pick<Call<unknown>, 'store' | 'sealer'>
const { 劳务派遣: dispatched, 新就业形态: newForm } = MemberCategory.enum

/** 数字后面的人: whether somebody is one of those whom a figure of the union’s own counts, by the same fields as it is counted. */
export async function isInGroup(member: MembershipRecord, group: RosterGroup, ports: Ports): Promise<boolean> {
  switch (group) {
    case 'women':
      return (await sexOf(member, ports)) === 'female'
    case 'men':
      return (await sexOf(member, ports)) !== 'female'
    case 'dispatched':
      return member.category === dispatched
    case 'newForm':
      return member.category === newForm
    case 'regular':
      return member.category !== dispatched && member.category !== newForm
    case 'rural':
      return member.household === 'rural'
    case 'cards':
      return holdsCard(member, ports)
    case 'noCard':
      return !(await holdsCard(member, ports))
    default:
      return unreachable(group)
  }
}

async function holdsCard({ _id, union }: MembershipRecord, { store }: Ports): Promise<boolean> {
  const card = await store.get(cards, _id)
  return card?.state === 'active' && card.union === union
}

/** Of the roster row; a row from before it knew is looked up with the person. */
export async function sexOf(
  { _id: id, roster }: MembershipRecord,
  { store, sealer }: Ports,
): Promise<'male' | 'female' | undefined> {
  const { sex } = openJson(sealer, { collection: memberships.name, id, field: 'roster' }, RosterSecrets, roster)
  const person = sex === undefined ? await store.get(persons, id) : undefined
  if (person === undefined) return sex
  return openJson(sealer, { collection: persons.name, id, field: 'secrets' }, PersonSecrets, person.secrets).sex
}
