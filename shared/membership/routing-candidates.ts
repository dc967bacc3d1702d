import type { RegionId, UnionId } from '../core/ids'
import { isActive, isTerritorial } from './routing-cover'
import type { RoutingIndex, Worker } from './routing-types'
import { sortedOnce } from './routing-world'

/** 就近的工会: candidates by place and industry (ROUTING.md, Candidates; 000 二(二) 属地和行业就近). Each list is empty where the place is unknown. */

/** chain(region): the region, its parent, its grandparent …; a circle ends where it began. */
export function chain(index: RoutingIndex, start: RegionId | undefined): readonly RegionId[] {
  const seen = new Set<RegionId>()
  for (let at = start; at !== undefined && !seen.has(at); at = index.region(at)?.parent ?? undefined) seen.add(at)
  return [...seen]
}

/** territorial(region): active, direct unions of a territorial type, nearest level first, by id; those of the district only where nothing is nearer. */
export function territorial(index: RoutingIndex, place: RegionId | undefined): readonly UnionId[] {
  const levels = chain(index, place).map((region) => ({
    region,
    unions: index.seats(region).filter((id) => isTerritorial(index, id) && takesIndividuals(index, id)),
  }))
  const near = levels.filter(({ region }) => !isDistrictOrAbove(index, region)).flatMap(({ unions }) => unions)
  return near.length > 0 ? near : levels.flatMap(({ unions }) => unions)
}

/** newForm(region): the active 新就业形态联合工会 of the first level that has any, by id. */
export function newForm(index: RoutingIndex, place: RegionId | undefined): readonly UnionId[] {
  for (const region of chain(index, place)) {
    const found = index.seats(region).filter((id) => index.union(id)?.type === 'new_form_joint' && isActive(index, id))
    if (found.length > 0) return found
  }
  return []
}

/** industry(region, industry): active, direct 行业工会联合会 of that industry anywhere on the chain, by id. */
export function industryFederations(
  index: RoutingIndex,
  place: RegionId | undefined,
  industry: string | undefined,
): readonly UnionId[] {
  if (industry === undefined) return []
  const holds = (id: UnionId) =>
    index.union(id)?.type === 'industry_federation' && index.union(id)?.industries?.includes(industry)
  return sortedOnce(
    chain(index, place).flatMap((region) =>
      index.seats(region).filter((id) => holds(id) && takesIndividuals(index, id)),
    ),
  )
}

/** Where the worker works: `workRegion`, else the region of the user unit, else of the employer. */
export function placeOf(index: RoutingIndex, worker: Worker): RegionId | undefined {
  return worker.workRegion ?? userUnit(index, worker)?.region ?? employer(index, worker)?.region ?? undefined
}

/** Industry likewise. */
export function industryOf(index: RoutingIndex, worker: Worker): string | undefined {
  return worker.industry ?? userUnit(index, worker)?.industry ?? employer(index, worker)?.industry ?? undefined
}

const userUnit = (index: RoutingIndex, worker: Worker) => (worker.userUnit ? index.unit(worker.userUnit) : undefined)
const employer = (index: RoutingIndex, worker: Worker) => (worker.employer ? index.unit(worker.employer) : undefined)

/** 联合会 may be closed to individuals: `direct` is a setting of the union. */
function takesIndividuals(index: RoutingIndex, id: UnionId): boolean {
  return isActive(index, id) && (index.union(id)?.direct ?? true)
}

function isDistrictOrAbove(index: RoutingIndex, region: RegionId): boolean {
  const level = index.region(region)?.level
  return level === 'district' || level === 'city'
}
