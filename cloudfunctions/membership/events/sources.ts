import type { UnionId } from '../../../shared/core/ids'
import { followUpsAfterFounding, whereFoundingLeads } from '../../../shared/membership/union-event'
import { applications, type ApplicationRecord } from '../../_kernel/records/applications'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { coverages, unions, units } from '../../_kernel/records/registry'
import type { EventItemRecord, UnionEventRecord } from '../../_kernel/records/union-events'
import type { Page, Query, Stored, Collection, Transaction } from '../../_kernel/store/port'
import type { EventPorts } from './ports'
import { transfersInto } from './transfers-into'
import { whereApplicantGoes, whereMemberGoes, whereRetained } from './where'

/** Three operations each at most, with those of the event itself: a CloudBase transaction takes 100. */
const together = 22

export type NewItem = Omit<EventItemRecord, '_id' | 'event' | 'state' | 'updatedAt'>

/** One step of a walk: who was found, what else is written with it, and where it goes on; without `next` this list is through. */
export interface Stretch {
  readonly items: readonly NewItem[]
  readonly write?: (tx: Transaction) => Promise<void>
  readonly next?: { readonly cursor?: string }
}

export type Source = (event: UnionEventRecord, cursor: string | undefined, ports: EventPorts) => Promise<Stretch>

/** 一次变动要理哪些名单, one after the other: found by unit, agency or union, never by going through everybody. */
export function sourcesOf(event: UnionEventRecord): readonly Source[] {
  if (event.kind !== 'founded')
    return [ownUnits, coveredUnits, activeMembers, retainedMembers, applicationsOfUnion, transfersInto]
  return [membersOfUnit, membersOfAgency, applicationsOfUnit, applicationsOfAgency]
}

const membersOfUnit: Source = (event, cursor, ports) =>
  walked(memberships, { index: 'byUnit', equals: { unit: event.unit, state: 'active' } }, cursor, ports, (member) =>
    byFounding(member, event, ports),
  )

const membersOfAgency: Source = (event, cursor, ports) =>
  walked(memberships, { index: 'byAgency', equals: { agency: event.unit, state: 'active' } }, cursor, ports, (member) =>
    byFounding(member, event, ports),
  )

const applicationsOfUnit: Source = (event, cursor, ports) =>
  walked(applications, { index: 'byUnit', equals: { unit: event.unit, state: 'submitted' } }, cursor, ports, (one) =>
    rerouteByFounding(one, event),
  )

const applicationsOfAgency: Source = (event, cursor, ports) =>
  walked(
    applications,
    { index: 'byAgency', equals: { agency: event.unit, state: 'submitted' } },
    cursor,
    ports,
    (one) => rerouteByFounding(one, event),
  )

const activeMembers: Source = (event, cursor, ports) =>
  walked(memberships, { index: 'byUnion', equals: { union: event.union, state: 'active' } }, cursor, ports, (member) =>
    byEnding(member, event, ports),
  )

const retainedMembers: Source = (event, cursor, ports) =>
  walked(
    memberships,
    { index: 'byUnion', equals: { union: event.union, state: 'retained' } },
    cursor,
    ports,
    (member) => byEnding(member, event, ports),
  )

const applicationsOfUnion: Source = (event, cursor, ports) =>
  walked(applications, { index: 'ofUnion', equals: { union: event.union, state: 'submitted' } }, cursor, ports, (one) =>
    applicationByEnding(one, event, ports),
  )

async function walked<D extends Stored>(
  collection: Collection<D>,
  query: Query<D>,
  cursor: string | undefined,
  { store }: EventPorts,
  plan: (document: D) => Promise<NewItem | undefined>,
): Promise<Stretch> {
  const page: Page<D> = await store.find(collection, {
    ...query,
    limit: together,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const items: NewItem[] = []
  for (const document of page.documents) {
    const item = await plan(document)
    if (item !== undefined) items.push(item)
  }
  return { items, ...(page.cursor === undefined ? {} : { next: { cursor: page.cursor } }) }
}

/** E10 to E15. */
async function byFounding(
  member: MembershipRecord,
  event: UnionEventRecord,
  ports: EventPorts,
): Promise<NewItem | undefined> {
  const { unit, successor } = event
  if (unit === undefined || successor === undefined || member.union === successor.union) return undefined
  const plan = whereFoundingLeads(member, unit)
  if (plan === 'stay') return undefined
  const from = await named(member.union, ports)
  return { person: member._id, plan, from, to: successor, followUps: followUpsAfterFounding(member.followUps) }
}

/** E20 merged: everybody follows. E21 dissolved, the work goes on: routed again. E22 the work has ended too: R08. E23 retained already: moves as it is. */
async function byEnding(
  member: MembershipRecord,
  event: UnionEventRecord,
  ports: EventPorts,
): Promise<NewItem | undefined> {
  const from = { union: event.union, name: event.unionName }
  const person = member._id
  if (event.successor !== undefined)
    return { person, plan: 'move', from, to: event.successor, followUps: member.followUps }
  if (member.state === 'active' && event.employment === 'goes-on') {
    const { to, followUps } = await whereMemberGoes(member, event, ports)
    return { person, plan: 'move', from, to, followUps: [...followUps] }
  }
  const { to, followUps } = await whereRetained(event, ports)
  return { person, plan: member.state === 'active' ? 'retain' : 'move', from, to, followUps: [...followUps] }
}

/** R09: what lies elsewhere already goes to the new union, its time kept. Somebody dispatched whose user unit is organised stays there. */
function rerouteByFounding(
  { _id, union, unionName, agency, route }: ApplicationRecord,
  { unit, successor }: UnionEventRecord,
): Promise<NewItem | undefined> {
  const ofAgency = agency === unit
  const waited = route.followUps.includes('TRANSFER_WHEN_USER_OR_AGENCY_UNION_FOUNDED')
  if (successor === undefined || union === successor.union || (ofAgency && !waited)) return Promise.resolve(undefined)
  const from = { union, name: unionName }
  return Promise.resolve({ application: _id, plan: 'reroute', from, to: successor, followUps: [] })
}

async function applicationByEnding(
  application: ApplicationRecord,
  event: UnionEventRecord,
  ports: EventPorts,
): Promise<NewItem> {
  const from = { union: event.union, name: event.unionName }
  const item = { application: application._id, from, followUps: [] }
  if (event.successor !== undefined) return { ...item, plan: 'reroute', to: event.successor }
  const { to, placed } = await whereApplicantGoes(application, event, ports)
  return { ...item, plan: placed ? 'reroute' : 'assign', to }
}

/** The ending union’s own unit: the successor’s, or nobody’s. Each leaves the list with its transaction. */
const ownUnits: Source = async (event, _cursor, { store }) => {
  const found = await store.find(units, { index: 'byUnion', equals: { union: event.union }, limit: together })
  return {
    items: [],
    ...(found.documents.length < together ? {} : { next: {} }),
    write: async (tx) => {
      for (const { _id } of found.documents) {
        const unit = await tx.get(units, _id)
        if (unit?.union !== event.union) continue
        const { union: _, ...free } = unit
        await tx.put(units, event.successor === undefined ? free : { ...free, union: event.successor.union })
      }
    },
  }
}

/** 覆盖: the units that the ending union listed. */
const coveredUnits: Source = async (event, _cursor, { store }) => {
  const found = await store.find(coverages, { index: 'byUnion', equals: { union: event.union }, limit: together })
  const to = event.successor?.union
  return {
    items: [],
    ...(found.documents.length < together ? {} : { next: {} }),
    write: async (tx) => {
      for (const { _id, unit: id } of found.documents) {
        const unit = await tx.get(units, id)
        const others = (unit?.coveredBy ?? []).filter((union) => union !== event.union && union !== to)
        if (unit !== undefined) await tx.put(units, { ...unit, coveredBy: to === undefined ? others : [...others, to] })
        if (to !== undefined) await tx.put(coverages, { _id: `${to}:${id}`, union: to, unit: id })
        await tx.remove(coverages, _id)
      }
    },
  }
}

async function named(id: UnionId, { store }: EventPorts): Promise<NewItem['from']> {
  return { union: id, name: (await store.get(unions, id))?.name ?? '' }
}
