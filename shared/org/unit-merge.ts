import type { UnionId, UnitId } from '../core/ids'
import { codeAfter } from './unit-likeness'

/** What a merge makes up of both records; everything else is that of the record that stays. */
export interface MergingUnit {
  readonly _id: UnitId
  readonly uscc?: string | undefined
  readonly union?: UnionId | undefined
  readonly coveredBy: readonly UnionId[]
  readonly parent?: UnitId | undefined
}

/**
 * 合并以后的单位 (U8): its own union, whichever record had one, and then nobody’s coverage (C1 comes before C3); else every joint union that lists either. Undefined
 * where each has a union of its own: two unions are merged by an event, with everybody told, and not by the way.
 */
export function mergedUnit(kept: MergingUnit, merged: MergingUnit): Omit<MergingUnit, '_id'> | undefined {
  const own = kept.union ?? merged.union
  if (merged.union !== undefined && own !== merged.union) return undefined
  return {
    uscc: codeAfter(kept.uscc, merged.uscc),
    union: own,
    coveredBy: own === undefined ? [...new Set([...kept.coveredBy, ...merged.coveredBy])] : [],
    parent: kept.parent === merged._id ? merged.parent : kept.parent,
  }
}
