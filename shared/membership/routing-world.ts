import type { RegionId, UnionId, UnitId } from '../core/ids'
import { seatTypes } from '../org/union'
import type { World } from '../org/world'
import type { RoutingIndex } from './routing-types'
import { hasOwn } from '../core/own'

/** 组织树的索引: the lookups of routing over a whole world, built in one pass. A server builds the same from a few documents (routing-slice.ts). */
export function indexWorld(world: World): RoutingIndex {
  const regions = asMap(world.regions)
  const unions = asMap(world.unions)
  const units = asMap(world.units)
  const seats = new Map<RegionId, UnionId[]>()
  const joint = new Map<UnitId, UnionId[]>()

  for (const [id, union] of unions) {
    if (union.region && seatTypes.has(union.type)) addTo(seats, union.region, id)
    for (const unit of union.covers ?? []) addTo(joint, unit, id)
  }
  for (const [id, unit] of units) for (const union of unit.coveredBy ?? []) addTo(joint, id, union)

  return {
    region: (id) => regions.get(id),
    union: (id) => unions.get(id),
    unit: (id) => units.get(id),
    seats: (region) => (regions.has(region) ? sortedOnce(seats.get(region)) : []),
    joint: (unit) => sortedOnce(joint.get(unit)),
  }
}

/** Own keys only, so that an id like `constructor` finds nothing it should not. */
function asMap<Id extends string, Piece>(record: Readonly<Record<Id, Piece>>): Map<Id, Piece> {
  const map = new Map<Id, Piece>()
  for (const id in record) if (hasOwn(record, id)) map.set(id, record[id])
  return map
}

function addTo<Key>(lists: Map<Key, UnionId[]>, key: Key, union: UnionId) {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [union])
  else list.push(union)
}

/** By id (code unit order) and each once: the answer never depends on the order of the input. */
export function sortedOnce(unions: readonly UnionId[] = []): readonly UnionId[] {
  return [...new Set(unions)].sort()
}
