import type { RegionId } from '../../../shared/core/ids'
import { regions, type UnitRecord } from '../../_kernel/records/registry'
import { unfounded, type UnfoundedRecord } from '../../_kernel/records/unfounded'
import type { Reader, Store } from '../../_kernel/store/port'

/** A unit lies in no more places than this: grid, community, street, district, city, and once more where a list was cut short. */
const mostPlaces = 20

/** 应建未建的名单: one entry under each place that the unit lies in, or none; what is right already is not written again. Answers how many entries changed. */
export async function keepUnfounded(
  unit: UnitRecord,
  why: UnfoundedRecord['why'] | undefined,
  { store, reader }: { readonly store: Store; readonly reader: Reader },
): Promise<number> {
  const page = await store.find(unfounded, { index: 'byUnit', equals: { unit: unit._id }, limit: mostPlaces })
  if (why === undefined && page.documents.length === 0) return 0
  const path = (await reader.get(regions, unit.region))?.path ?? [unit.region]
  const wanted = why === undefined ? [] : path.map((region) => entryOf(unit, why, region))
  const stale = page.documents.filter(({ _id }) => !wanted.some((entry) => entry._id === _id))
  const changed = wanted.filter((entry) => !page.documents.some((kept) => same(kept, entry)))
  if (stale.length + changed.length === 0) return 0
  await store.transact(async (tx) => {
    for (const { _id } of stale) await tx.remove(unfounded, _id)
    for (const entry of changed) await tx.put(unfounded, entry)
  })
  return stale.length + changed.length
}

function entryOf({ _id: unit, name, place, staff }: UnitRecord, why: UnfoundedRecord['why'], region: RegionId) {
  return { _id: `${region}:${unit}`, region, unit, why, name, place, staff }
}

function same(one: UnfoundedRecord, other: UnfoundedRecord): boolean {
  return (
    one._id === other._id &&
    one.why === other.why &&
    one.name === other.name &&
    one.place === other.place &&
    one.staff === other.staff
  )
}
