import { AccountId, type UnionId } from '../../../shared/core/ids'
import { chinaDay, isoTime, type IsoDate } from '../../../shared/core/time'
import type { MembershipState } from '../../../shared/membership/life'
import type { UnionRecord, UnitRecord } from '../../../cloudfunctions/_kernel/records/registry'
import type { WorldEntry } from '../entry'
import { identify } from '../../../cloudfunctions/membership/joining/identify'
import { inventPerson, type InventedPerson, type Origins } from '../people/person'
import type { Prng } from '../prng'
import type { RegistryBuilder } from '../registry/builder'
import { countyCodes } from '../registry/places'
import { seededRandomness, type WorldTools } from '../tools'
import { memberEntries } from './member'
import { situationOf } from './situations'

const states = [
  [940, 'active'],
  [30, 'retained'],
  [20, 'left'],
  [6, 'deceased'],
  [4, 'expelled'],
] as const satisfies readonly (readonly [number, MembershipState])[]

const dayMs = 24 * 60 * 60 * 1000

/** 会员 of the whole world, union after union, each person made when asked for: a million take no more memory than one. */
export function* worldMembers(
  world: RegistryBuilder,
  wanted: number,
  prng: Prng,
  tools: WorldTools,
): Generator<WorldEntry> {
  const covered = coveredUnits(world)
  const employing = [...world.unions.values()]
    .filter(({ status }) => status === 'active')
    .map((union) => ({ union, weight: weightOf(union, world) }))
  const total = employing.reduce((sum, { weight }) => sum + weight, 0)
  const anywhere = countyCodes()
  const agencies = [...world.units.values()].filter(({ unitKind }) => unitKind === '劳务派遣单位')

  let weighed = 0
  let made = 0
  for (const { union, weight } of employing) {
    weighed += weight
    const due = Math.round((weighed / total) * wanted)
    const stream = prng.branch(union._id)
    const origins = { local: [union.region.slice(0, 6).padEnd(6, '1')], anywhere }
    for (; made < due; made++)
      yield* oneMember(world, union, covered.get(union._id) ?? [], agencies, origins, stream, tools)
  }
}

function* oneMember(
  world: RegistryBuilder,
  union: UnionRecord,
  covered: readonly UnitRecord[],
  agencies: readonly UnitRecord[],
  origins: Origins,
  prng: Prng,
  tools: WorldTools,
): Generator<WorldEntry> {
  const host = union.hostUnit === undefined ? undefined : world.units.get(union.hostUnit)
  const unit = host ?? (covered.length > 0 ? prng.pick(covered) : undefined)
  yield* memberEntries(
    {
      person: newPerson(prng, origins, tools),
      union,
      situation: situationOf(union, unit, agencies, prng),
      state: prng.weighted(states),
      since: dayBefore(tools, prng.whole(20, 4000)),
      ...(unit === undefined ? {} : { unit }),
      ...(prng.chance(0.2) ? { account: AccountId.parse(seededRandomness(prng).id()) } : {}),
    },
    prng,
    tools,
  )
}

function newPerson(prng: Prng, origins: Origins, tools: WorldTools): InventedPerson {
  for (;;) {
    const person = inventPerson(prng, origins, tools.today)
    const identified = identify(person, tools)
    if (!identified.ok || tools.isNewLock(identified.data.locks[0])) return person
  }
}

/** A union has members as its unit has staff; those of a place have some dozens; those that only lead have none. */
function weightOf(union: UnionRecord, world: RegistryBuilder): number {
  const host = union.hostUnit === undefined ? undefined : world.units.get(union.hostUnit)
  if (host !== undefined) return host.staff
  switch (union.type) {
    case 'new_form_joint':
    case 'industry_federation':
      return 300
    case 'community_joint':
    case 'community_federation':
    case 'building_joint':
    case 'market_joint':
    case 'industry_joint':
      return 60
    default:
      return 0
  }
}

function coveredUnits(world: RegistryBuilder): ReadonlyMap<UnionId, UnitRecord[]> {
  const covered = new Map<UnionId, UnitRecord[]>()
  for (const { union, unit } of world.coverages) {
    const record = world.units.get(unit)
    if (record === undefined) continue
    const known = covered.get(union)
    if (known === undefined) covered.set(union, [record])
    else known.push(record)
  }
  return covered
}

export function dayBefore(tools: Pick<WorldTools, 'now'>, days: number): IsoDate {
  return chinaDay(isoTime(Date.parse(tools.now) - days * dayMs))
}
