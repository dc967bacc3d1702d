import type { RegionId } from '../../../shared/core/ids'
import type { UnionRecord, UnitRecord } from '../../../cloudfunctions/_kernel/records/registry'
import type { Prng } from '../prng'
import { stage } from '../personas'
import { registryBuilder, type RegistryBuilder } from './builder'
import { placeCast } from './cast'
import { foundUnitUnions, openUnits } from './employers'
import { cities, readPlaces, type Place, type Places } from './places'
import { foundCommunityUnions, foundRareUnions } from './joint-unions'
import { foundCitiesAndDistricts, foundIndustryFederations, foundTownships } from './territory'

/** How big a world is to be. Cities and districts are always whole; the rest is shared out. */
export interface RegistrySize {
  readonly units: number
  readonly unions: number
}

/** 组织名录 of the demo world: real places, invented unions and units. The same seed and size make the same registry. */
export function buildRegistry(size: RegistrySize, prng: Prng): RegistryBuilder {
  const places = readPlaces(cities, new Set([stage.street, '370202004', stage.changxingStreet]))
  const world = registryBuilder(places, prng)
  foundCitiesAndDistricts(world)
  placeCast(world)
  foundRareUnions(world)

  const rest = Math.max(0, size.unions - world.unions.size)
  const townships = chooseTownships(places, prng, Math.round(rest * 0.2))
  foundTownships(world, townships, {
    townships: Math.round(townships.length * 0.93),
    newForm: Math.round(townships.length * 0.55),
    industry: 0,
  })
  foundIndustryFederations(world, { townships: 0, newForm: 0, industry: Math.round(rest * 0.1) })

  const communities = chooseCommunities(places, townships, prng, Math.max(20, Math.round(size.units / 4)))
  const employers = openUnits(world, communities, size.units)
  const smallUnits = byRegion(employers.small)
  foundCommunityUnions(world, communities.slice(0, Math.round(rest * 0.16)), smallUnits)

  const left = Math.max(0, size.unions - world.unions.size)
  const founders = [...employers.groups, ...shuffled(employers.founders, prng)].slice(0, left)
  dissolveSome(foundUnitUnions(world, founders), prng)
  return world
}

/** Most of the world stands in 青岛, the rest in the other cities. */
const cityShares = [
  ['3702', 0.55],
  ['3713', 0.2],
  ['3604', 0.15],
  ['3305', 0.1],
] as const

function chooseTownships(places: Places, prng: Prng, wanted: number): readonly Place[] {
  return cityShares.flatMap(([city, share]) => {
    const candidates = places.all.filter(
      (place) => place.id.startsWith(city) && (place.level === 'township' || place.level === 'devzone'),
    )
    const zones = candidates.filter(({ level }) => level === 'devzone')
    const downtown = candidates.filter(({ level, parent }) => level !== 'devzone' && parent === stage.shinan)
    const others = candidates.filter(({ level, parent }) => level !== 'devzone' && parent !== stage.shinan)
    return [...downtown, ...zones, ...shuffled(others, prng)].slice(0, Math.max(4, Math.round(wanted * share)))
  })
}

/** Communities of these townships (and the development zones themselves, which have none), in an order that mixes them. */
function chooseCommunities(places: Places, townships: readonly Place[], prng: Prng, wanted: number): readonly Place[] {
  const all = townships.flatMap((place) => {
    const inside = places.inside(place.id)
    return inside.length === 0 ? [place] : inside
  })
  return shuffled(all, prng).slice(0, wanted)
}

/** One in eighty has been dissolved: its unit lives on and is not organised. */
function dissolveSome(unions: readonly UnionRecord[], prng: Prng): void {
  for (const union of unions) if (union.type === 'enterprise' && prng.chance(1 / 80)) union.status = 'dissolved'
}

function byRegion(units: readonly UnitRecord[]): ReadonlyMap<RegionId, readonly UnitRecord[]> {
  const grouped = new Map<RegionId, UnitRecord[]>()
  for (const unit of units) grouped.set(unit.region, [...(grouped.get(unit.region) ?? []), unit])
  return grouped
}

function shuffled<T>(list: readonly T[], prng: Prng): T[] {
  return list
    .map((item) => ({ item, key: prng.fraction() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
