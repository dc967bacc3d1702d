import type { UnionId, UnitId } from '../../../shared/core/ids'
import { foundableTogether } from '../../../shared/org/founding'
import { coverages, unions, units, type UnionRecord } from '../../_kernel/records/registry'
import type { Reader, Transaction } from '../../_kernel/store/port'

/** 覆盖: both sides of it, once however often it is asked for. */
export async function cover(tx: Transaction, union: UnionId, id: UnitId): Promise<void> {
  const unit = await tx.get(units, id)
  if (unit === undefined || unit.coveredBy.includes(union)) return
  await tx.put(units, { ...unit, coveredBy: [...unit.coveredBy, union] })
  await tx.insert(coverages, { _id: `${union}:${id}`, union, unit: id })
}

/** 本会下面的联合工会: directly below, and of a kind that organises several units. */
export async function jointBelow(reader: Reader, upper: UnionId, id: UnionId): Promise<UnionRecord | undefined> {
  const joint = await reader.get(unions, id)
  return joint?.parent === upper && foundableTogether.some((type) => type === joint.type) ? joint : undefined
}
