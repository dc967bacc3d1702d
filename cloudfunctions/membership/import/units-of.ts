import type { UnitId } from '../../../shared/core/ids'
import { withoutSpaces } from '../../../shared/roster/read-cell'
import { coverages, type UnionRecord, type UnitRecord } from '../../_kernel/records/registry'
import type { Store } from '../../_kernel/store/port'
import { unitNow } from '../../_kernel/units'

/** 所属单位, found among the units of the union. */
export interface Placed {
  readonly unit: UnitId | undefined
  readonly unitName: string
}

/** A joint union covers fifty units in principle (004 6). */
const most = 1_000

/**
 * 本会的单位: a name that a row gives is that of one of them, however it is spaced. In the union of a single unit everybody belongs to that unit, whatever their
 * row calls its parts.
 */
export async function unitsOf({ _id, hostUnit }: UnionRecord, store: Pick<Store, 'get' | 'find'>) {
  const covered = await store.find(coverages, { index: 'byUnion', equals: { union: _id }, limit: most })
  const ids = [...(hostUnit === undefined ? [] : [hostUnit]), ...covered.documents.map(({ unit }) => unit)]
  const units = (await Promise.all(ids.map((id) => unitNow(id, store)))).flatMap((unit) => unit ?? [])
  const byName = new Map(units.map((unit) => [compared(unit.name), unit]))
  const [only] = covered.documents.length === 0 ? units : []
  return (name: string): Placed => {
    const found = byName.get(compared(name)) ?? only
    return found === undefined ? { unit: undefined, unitName: name } : placed(found)
  }
}

const placed = ({ _id, name }: UnitRecord): Placed => ({ unit: _id, unitName: name })
const compared = (name: string) => withoutSpaces(name.normalize('NFKC')).replace(/\s/g, '')
