import type { UnitId } from '../../shared/core/ids'
import { units, type UnitRecord } from './records/registry'
import type { Reader } from './store/port'

/** Merges are refused that would make a circle; whoever follows one all the same stops here. */
const mostMerges = 8

/** 现在的这家单位: the record of this id, or the one that it was merged into. Whatever was kept, printed or typed with an old id leads to the unit that stands for it. */
export async function unitNow(id: UnitId, reader: Reader): Promise<UnitRecord | undefined> {
  let unit = await reader.get(units, id)
  for (let step = 0; unit?.mergedInto !== undefined && step < mostMerges; step++)
    unit = await reader.get(units, unit.mergedInto)
  return unit
}
