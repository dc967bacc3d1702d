import type { RegionId } from '../../../shared/core/ids'
import { seatTypes } from '../../../shared/org/union'
import { endingsOf } from '../../../shared/org/unit-search'
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

/** 检索: a document for each ending of the name. */
function* nameEntries(unit: UnitRecord): Generator<WorldEntry> {
  for (const [from, text] of endingsOf(unit.name).entries()) {
    yield entry(unitNames, {
      _id: `${unit._id}:${from}`,
      text,
      unit: unit._id,
      agency: unit.unitKind === '劳务派遣单位',
      region: unit.region,
    })
  }
}
