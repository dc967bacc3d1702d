import type { RegionId } from '../../../shared/core/ids'
import type { Figures } from '../../../shared/org/figures'
import { territorialTypes, type UnionType } from '../../../shared/org/union'
import { regions, unions, units, type RegionRecord, type UnionRecord } from '../../_kernel/records/registry'
import type { Store } from '../../_kernel/store/port'

export type Territory = Pick<Figures, 'unitsDue' | 'unitsOrganised'>
const none: Territory = { unitsDue: 0, unitsOrganised: 0 }
const pageSize = 1_000

/** Of several territorial unions in one place, the widest has it. */
const order: readonly UnionType[] = [
  'city_general',
  'district_general',
  'township_general',
  'devzone_union',
  'community_federation',
  'community_joint',
]

/**
 * 应建会单位: of the places that this union has, those below that have no territorial union of their own among them, so that each unit is counted once
 * (docs/rules/figures.md, R1).
 */
export async function countTerritory(union: UnionRecord, store: Store): Promise<Territory> {
  if (union.status !== 'active' || !order.includes(union.type)) return none
  const region = await store.get(regions, union.region)
  if (region === undefined || (await keeperOf(region, store)) !== union._id) return none
  const places = await placesWithoutOwn(region, store)
  let found = none
  for (const place of places) found = add(found, await countUnits(place, store))
  return found
}

async function keeperOf(region: RegionRecord, store: Store): Promise<string | undefined> {
  const seated = region.seats.filter(({ status, type }) => status === 'active' && territorialTypes.has(type))
  const [first] = [...seated].sort(
    (one, other) => order.indexOf(one.type) - order.indexOf(other.type) || (one.union < other.union ? -1 : 1),
  )
  if (first !== undefined) return first.union
  if (region.level !== 'city') return undefined
  const equals = { region: region._id, type: 'city_general' } as const
  const { documents } = await store.find(unions, { index: 'byRegion', equals, limit: 10 })
  return documents.find(({ status }) => status === 'active')?._id
}

async function placesWithoutOwn(region: RegionRecord, store: Store): Promise<readonly RegionId[]> {
  const found: RegionId[] = [region._id]
  const open = region.leaf ? [] : [region._id]
  for (let parent = open.pop(); parent !== undefined; parent = open.pop())
    for await (const page of pagesOf((cursor) =>
      store.find(regions, { index: 'byParent', equals: { parent }, ...cursor }),
    ))
      for (const below of page) {
        if ((await keeperOf(below, store)) !== undefined) continue
        found.push(below._id)
        if (!below.leaf) open.push(below._id)
      }
  return found
}

async function countUnits(region: RegionId, store: Store): Promise<Territory> {
  let found = none
  for await (const page of pagesOf((cursor) => store.find(units, { index: 'byRegion', equals: { region }, ...cursor })))
    for (const { legalPerson, staff, mergedInto, union, coveredBy } of page) {
      // 有职工的法人单位: a branch belongs to its parent, and one without staff has nobody to organise.
      if (!legalPerson || staff === 0 || mergedInto !== undefined) continue
      found = add(found, { unitsDue: 1, unitsOrganised: union !== undefined || coveredBy.length > 0 ? 1 : 0 })
    }
  return found
}

function add(one: Territory, other: Territory): Territory {
  return {
    unitsDue: one.unitsDue + other.unitsDue,
    unitsOrganised: one.unitsOrganised + other.unitsOrganised,
  }
}

async function* pagesOf<D>(
  find: (from: { readonly limit: number; readonly cursor?: string }) => Promise<{
    readonly documents: readonly D[]
    readonly cursor?: string
  }>,
): AsyncGenerator<readonly D[]> {
  let cursor: string | undefined
  do {
    const page = await find({ limit: pageSize, ...(cursor === undefined ? {} : { cursor }) })
    yield page.documents
    cursor = page.cursor
  } while (cursor !== undefined)
}
