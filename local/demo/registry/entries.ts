import type { RegionId } from '../../../shared/core/ids'
import { seatTypes } from '../../../shared/org/union'
import {
  regions,
  coverages,
  unitNames,
  units,
  unions,
  type Seat,
  type UnionRecord,
  type UnitRecord,
} from '../../../cloudfunctions/_kernel/records/registry'
import { entry, type WorldEntry } from '../entry'
import type { RegistryBuilder } from './builder'

/** Letters of a name that one search document holds; a longer text narrows no further. */
const suffixLength = 12

/** Regions with their seats, unions, units with the endings of their names, coverages: one document at a time. */
export function* registryEntries(world: RegistryBuilder): Generator<WorldEntry> {
  for (const union of world.unions.values()) yield entry(unions, union)
  for (const unit of world.units.values()) {
    yield entry(units, unit)
    yield* nameEntries(unit)
  }
  for (const coverage of world.coverages) yield entry(coverages, coverage)
  yield* regionEntries(world)
}

function* regionEntries(world: RegistryBuilder): Generator<WorldEntry> {
  const seats = seatsOf(world.unions.values())
  for (const place of world.places.all) {
    yield entry(regions, {
      _id: place.id,
      name: place.name,
      level: place.level,
      path: [...place.path],
      seats: seats.get(place.id) ?? [],
      leaf: world.places.inside(place.id).length === 0,
      ...(place.parent === undefined ? {} : { parent: place.parent }),
    })
  }
}

function seatsOf(all: Iterable<UnionRecord>): ReadonlyMap<RegionId, Seat[]> {
  const seats = new Map<RegionId, Seat[]>()
  for (const { _id, name, type, status, direct, industries, region } of all) {
    if (!seatTypes.has(type)) continue
    seats.set(region, [...(seats.get(region) ?? []), { union: _id, name, type, status, direct, industries }])
  }
  return seats
}

/** Every ending of two letters and more, so that any part of the name begins one of them. */
function* nameEntries(unit: UnitRecord): Generator<WorldEntry> {
  const letters = [...unit.name]
  for (let from = 0; from <= letters.length - 2; from++) {
    yield entry(unitNames, {
      _id: `${unit._id}:${from}`,
      text: letters.slice(from, from + suffixLength).join(''),
      unit: unit._id,
      agency: unit.unitKind === '劳务派遣单位',
      region: unit.region,
    })
  }
}
