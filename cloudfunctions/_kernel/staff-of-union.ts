import type { UnionId } from '../../shared/core/ids'
import { coverages, unions, units, type UnionRecord, type UnitRecord } from './records/registry'
import type { Reader, Store } from './store/port'

/** 职工人数 on file, and whether it follows from the units that the union covers: then nobody is asked for it. */
export interface StaffOnFile {
  readonly staff: number | undefined
  readonly computed: boolean
}

/** `hostUnit` is the union’s own, where it has one. */
export async function staffOfUnion(
  union: UnionRecord,
  hostUnit: UnitRecord | undefined,
  store: Pick<Store, 'get' | 'find'>,
): Promise<StaffOnFile> {
  if (hostUnit !== undefined) return { staff: known(hostUnit.staff), computed: false }
  const covered = await staffOfCovered(union, store)
  return { staff: covered ?? known(union.staff), computed: covered !== undefined }
}

/** The same of a union by its id. */
export async function staffOnFile(_id: UnionId, store: Pick<Store, 'get' | 'find'>): Promise<number | undefined> {
  const union = await store.get(unions, _id)
  if (union === undefined) return undefined
  const hostUnit = union.hostUnit === undefined ? undefined : await store.get(units, union.hostUnit)
  return (await staffOfUnion(union, hostUnit, store)).staff
}

/** Nought is what stands there as long as nobody was asked. */
function known(staff: number | undefined): number | undefined {
  return staff === 0 ? undefined : staff
}

/** So many units are added up for a page; a union of more is asked. */
const mostUnits = 100

/** 联合工会: the staff of the units that it covers. Nothing where it covers none. */
async function staffOfCovered(
  { _id: union }: UnionRecord,
  store: Pick<Store, 'find'> & Pick<Reader, 'get'>,
): Promise<number | undefined> {
  const page = await store.find(coverages, { index: 'byUnion', equals: { union }, limit: mostUnits + 1 })
  if (page.documents.length === 0 || page.documents.length > mostUnits) return undefined
  const covered = await Promise.all(page.documents.map(({ unit }) => store.get(units, unit)))
  return known(covered.reduce((sum, unit) => sum + (unit?.staff ?? 0), 0))
}
