import type { IsoDate } from '../../../shared/core/time'
import { ageGroup, noFigures, type Figures } from '../../../shared/org/figures'
import { levelOf, reportPeriod } from '../../../shared/org/reporting'
import { subsidyOf } from '../../../shared/org/subsidy'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { cards } from '../../_kernel/records/cards'
import { toldFigures } from '../../_kernel/records/figures'
import { memberships } from '../../_kernel/records/memberships'
import { units, type UnionRecord, type UnitRecord } from '../../_kernel/records/registry'
import { staffOfUnion } from '../../_kernel/staff-of-union'
import type { Store } from '../../_kernel/store/port'
import { lastRound } from '../rounds/due'

export interface CountPorts {
  readonly store: Store
  readonly today: IsoDate
}

/** 六有 for younger unions, 六个规范 from these years on, where the region does not say (TH-21). */
const defaultYears = 5

/** Everything that is counted of a union itself but what its territory has: a dozen index counts and reads, whatever its size. */
export async function countPeople(union: UnionRecord, ports: CountPorts): Promise<Figures> {
  if (union.status !== 'active') return noFigures
  const { store, today } = ports
  const { _id } = union
  const of = (state: 'active' | 'retained') =>
    store.count(memberships, { index: 'byUnion', equals: { union: _id, state } })
  const rurally = { index: 'byHousehold', equals: { household: 'rural', union: _id, state: 'active' } } as const
  const [members, retained, rural, active, policy, round, told, hostUnit] = await Promise.all([
    of('active'),
    of('retained'),
    store.count(memberships, rurally),
    store.count(cards, { index: 'byUnion', equals: { union: _id, state: 'active' } }),
    policyOfUnion(union, ports),
    lastRound(union, ports),
    store.get(toldFigures, _id),
    union.hostUnit === undefined ? undefined : store.get(units, union.hostUnit),
  ])
  const { homeGoal, rosterUpdate, subsidies } = policy.values
  const staff = await staffOf(union, hostUnit, store)
  const age = ageGroup(union.foundedOn, homeGoal.kind === 'by-age' ? homeGoal.years : defaultYears, today)
  const checked = round !== undefined && round.closedOn >= reportPeriod(rosterUpdate, today).opensOn
  const subsidy = subsidyOf({ unitKind: hostUnit?.unitKind, staff, checked }, subsidies)
  return {
    ...noFigures,
    unions: 1,
    young: age === 'young' ? 1 : 0,
    established: age === 'established' ? 1 : 0,
    members,
    retained,
    cards: active,
    rural,
    ...(staff === undefined ? {} : { ratedUnions: 1, staff, ratedMembers: members }),
    ...(told === undefined ? {} : { ruralStaff: told.ruralStaff, ratedRural: rural }),
    checked: checked ? 1 : 0,
    roundMembers: round?.composition.members ?? 0,
    roundWomen: round?.composition.women ?? 0,
    roundDispatched: round?.composition.dispatched ?? 0,
    roundNewForm: round?.composition.newForm ?? 0,
    ...('amountFen' in subsidy ? { subsidised: 1, subsidyFen: subsidy.amountFen } : {}),
  }
}

/**
 * 职工人数, where it is that of the union alone (docs/rules/figures.md, R2): what a general union or a federation tells is of its whole territory, and would be
 * counted a second time with the unions below it.
 */
export async function staffOf(
  union: UnionRecord,
  hostUnit: UnitRecord | undefined,
  store: Store,
): Promise<number | undefined> {
  if (hostUnit === undefined && levelOf(union.type) > 0) return undefined
  return (await staffOfUnion(union, hostUnit, store)).staff
}
