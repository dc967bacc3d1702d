import type { RegionId } from '../../../shared/core/ids'
import { nearestCommonUpper } from '../../../shared/membership/reviewer'
import type { UnionType } from '../../../shared/org/union'
import { regions, unions } from '../../_kernel/records/registry'
import type { Store } from '../../_kernel/store/port'
import type { Assessment, UnionLabel } from './assess'

/** Who decides an objection, or a case that the rules leave to people: the nearest union above all that are offered. */
export async function reviewerOf(
  { primary, alternatives }: Pick<Assessment, 'primary' | 'alternatives'>,
  place: readonly RegionId[],
  store: Pick<Store, 'get' | 'find'>,
): Promise<UnionLabel | undefined> {
  const offered = [...(primary === undefined ? [] : [primary]), ...alternatives]
  const records = await Promise.all(offered.map(({ union }) => store.get(unions, union)))
  const common = nearestCommonUpper(records.flatMap((record) => (record === undefined ? [] : [record.line])))
  if (common === undefined) return generalUnionOf(place, store)
  const upper = await store.get(unions, common)
  return upper === undefined ? undefined : { union: upper._id, name: upper.name }
}

const generalTypes: ReadonlySet<UnionType> = new Set(['township_general', 'devzone_union', 'district_general'])

/** Where nothing is offered, the nearest 总工会 of the place decides: street, park, district, city. */
async function generalUnionOf(
  place: readonly RegionId[],
  store: Pick<Store, 'get' | 'find'>,
): Promise<UnionLabel | undefined> {
  for (const id of place) {
    const region = await store.get(regions, id)
    const seat = region?.seats.find(({ type, status }) => generalTypes.has(type) && status === 'active')
    if (seat !== undefined) return { union: seat.union, name: seat.name }
  }
  // A 市总工会 takes nobody directly, so that no region lists it among its seats.
  const city = place.at(-1)
  if (city === undefined) return undefined
  const found = await store.find(unions, { index: 'byRegion', equals: { region: city, type: 'city_general' } })
  const general = found.documents.find(({ status }) => status === 'active')
  return general === undefined ? undefined : { union: general._id, name: general.name }
}
