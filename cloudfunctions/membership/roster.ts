import { membership } from '../../shared/contract/membership'
import type { RosterGroup } from '../../shared/contract/membership-roster'
import type { RosterRow } from '../../shared/contract/membership-views'
import { succeed } from '../../shared/core/outcome'
import type { UnionId, UnitId } from '../../shared/core/ids'
import type { MembershipState } from '../../shared/membership/life'
import { auditView } from '../_kernel/audit'
import { countedAt, howMany } from '../_kernel/kept-counts'
import type { Counted } from '../_kernel/records/kept-counts'
import { memberships, RosterSecrets, type MembershipRecord } from '../_kernel/records/memberships'
import { spendQuota } from '../_kernel/quota'
import { coverages, unions, units } from '../_kernel/records/registry'
import { openJson } from '../_kernel/secrets'
import { implement, type Call } from '../_kernel/serve'
import type { Page, Query, Store } from '../_kernel/store/port'
import { isInGroup } from './roster-groups'

const pageSize = 50
/** Sealed names cannot be indexed: a search opens them, this many at most, and then asks for a longer name or a unit. */
const scanned = 5_000
const scanPage = 1_000
const mostFound = 100
/** Members looked at for one page of a group. */
const lookedAt = 500

/** 花名册: newest state first as the index has it, one page at a time; or what a search finds. */
export const roster = implement(membership.procedures.roster, async (call) => {
  const { union, unit, state, group, search = '', cursor } = call.input
  await auditView(call, { action: 'roster.view', subject: union, union })
  const selection = selectionOf(union, unit, state)
  const [members, unitLabels] = await Promise.all([
    howMany(countedOf(union, unit, state), call),
    unitsOf(union, call.store),
  ])
  const total = { total: members.count, ...countedAt([members]) }
  if (search !== '') {
    const spent = await spendQuota('search', search, call)
    if (!spent.ok) return spent
    const rows = await searchRoster(selection, search, call)
    return succeed({ rows, ...total, units: unitLabels })
  }
  const page =
    group === undefined
      ? await call.store.find(memberships, {
          ...selection,
          limit: pageSize,
          ...(cursor === undefined ? {} : { cursor }),
        })
      : await pageOfGroup(selection, group, cursor, call)
  return succeed({
    rows: page.documents.map((member) => rosterRow(member, call)),
    ...total,
    units: unitLabels,
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})

function selectionOf(
  union: UnionId,
  unit: UnitId | undefined,
  state: MembershipState | undefined,
): Query<MembershipRecord> {
  const of = state === undefined ? {} : { state }
  return unit === undefined
    ? { index: 'byUnion', equals: { union, ...of } }
    : { index: 'byUnionUnit', equals: { union, unit, ...of } }
}

function countedOf(union: UnionId, unit: UnitId | undefined, state: MembershipState | undefined): Counted {
  if (state !== undefined) return { what: 'in-state', union, state, ...(unit === undefined ? {} : { unit }) }
  return unit === undefined ? { what: 'roster', union } : { what: 'roster-of-unit', union, unit }
}

/** Page by page until there are enough of them to show, or so many were looked at; then the cursor goes on from there. */
async function pageOfGroup(
  selection: Query<MembershipRecord>,
  group: RosterGroup,
  from: string | undefined,
  call: Call<unknown>,
): Promise<Page<MembershipRecord>> {
  const found: MembershipRecord[] = []
  let cursor = from
  for (let looked = 0; looked < lookedAt && found.length < pageSize; looked += pageSize) {
    const page: Page<MembershipRecord> = await call.store.find(memberships, {
      ...selection,
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const isIn = await Promise.all(page.documents.map((member) => isInGroup(member, group, call)))
    found.push(...page.documents.filter((_, at) => isIn[at] === true))
    cursor = page.cursor
    if (cursor === undefined) break
  }
  return { documents: found, ...(cursor === undefined ? {} : { cursor }) }
}

async function searchRoster(
  selection: Query<MembershipRecord>,
  search: string,
  call: Call<unknown>,
): Promise<RosterRow[]> {
  const found: RosterRow[] = []
  let opened = 0
  let cursor: string | undefined
  do {
    const page: Page<MembershipRecord> = await call.store.find(memberships, {
      ...selection,
      limit: scanPage,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const member of page.documents) {
      const row = rosterRow(member, call)
      if (
        row.name.includes(search) ||
        row.memberNumber === search ||
        (search.length >= 4 && row.memberNumber.endsWith(search))
      )
        found.push(row)
    }
    opened += page.documents.length
    cursor = page.cursor
  } while (cursor !== undefined && opened < scanned && found.length < mostFound)
  return found.slice(0, mostFound)
}

/** 花名册的一行. */
export function rosterRow(member: MembershipRecord, { sealer }: Pick<Call<unknown>, 'sealer'>): RosterRow {
  const { _id, unitName, memberNumber, since, state } = member
  const { name, maskedNumber, mobile } = openJson(
    sealer,
    { collection: 'memberships', id: _id, field: 'roster' },
    RosterSecrets,
    member.roster,
  )
  return { person: _id, name, maskedNumber, mobile, unitName, memberNumber, since, state }
}

/** The units to filter by: the union’s own unit, or those a joint union covers. */
async function unitsOf(union: UnionId, store: Store) {
  const [record, covered] = await Promise.all([
    store.get(unions, union),
    store.find(coverages, { index: 'byUnion', equals: { union }, limit: 100 }),
  ])
  const ids = [
    ...(record?.hostUnit === undefined ? [] : [record.hostUnit]),
    ...covered.documents.map(({ unit }) => unit),
  ]
  const found = await Promise.all([...new Set(ids)].map((id) => store.get(units, id)))
  return found.flatMap((unit) => (unit === undefined ? [] : [{ unit: unit._id, name: unit.name }]))
}
