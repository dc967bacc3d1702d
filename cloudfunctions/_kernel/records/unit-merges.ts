import { z } from 'zod'
import { UnionId, UnitId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { collection } from '../store/port'
import { CoverageRecord, UnitRecord } from './registry'

/** 疑似同一家: a key that two records of one unit share. `_id` is `{key}:{unit}`. Names and codes of units are public: nothing is sealed. */
export const UnitLikenessRecord = z.strictObject({ _id: z.string(), key: z.string(), unit: UnitId })
export type UnitLikenessRecord = z.infer<typeof UnitLikenessRecord>
export const unitLikenesses = collection<UnitLikenessRecord>({
  name: 'unitLikenesses',
  schema: UnitLikenessRecord,
  indexes: { byKey: ['key', 'unit'] },
})

export const UnitField = z.enum(['unit', 'agency', 'payingUnit', 'parent'])
export type UnitField = z.infer<typeof UnitField>

/** 一处改动: a document that named the merged unit and names the other now. `_id` is `{merge}:{collection}:{id}`; it goes when it is taken back, or with the merge. */
export const UnitMoveRecord = z.strictObject({
  _id: z.string(),
  merge: z.string(),
  collection: z.string(),
  id: z.string(),
  fields: z.array(UnitField).min(1),
  /** What it called the unit. */
  unitName: z.string().optional(),
  /** The entry in a history that tells of it. */
  event: z.string().optional(),
  expiresAt: IsoTime,
})
export type UnitMoveRecord = z.infer<typeof UnitMoveRecord>
export const unitMoves = collection<UnitMoveRecord>({
  name: 'unitMoves',
  schema: UnitMoveRecord,
  indexes: { byMerge: ['merge'], byExpiry: ['expiresAt'] },
})

/** Two units as they were, and what the merge wrote at once; everything that only names a unit follows as `unitMoves`. */
export const UnitImages = z.strictObject({
  kept: UnitRecord,
  merged: UnitRecord,
  coverages: z.strictObject({ removed: z.array(CoverageRecord), added: z.array(CoverageRecord) }),
  /** The union that had the merged unit for its own. */
  hosted: UnionId.optional(),
  /** 建会的待办 about the merged unit that were dropped. */
  tasks: z.array(z.string()),
})
export type UnitImages = z.infer<typeof UnitImages>
