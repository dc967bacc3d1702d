import { z } from 'zod'
import { UnitId } from '../../../shared/core/ids'
import { collection } from '../store/port'

/** 单位改名, while the copies of the name are being brought up to date. `_id` is the unit; a new name begins anew. */
export const UnitRenamingRecord = z.strictObject({
  _id: UnitId,
  /** Which list of those that keep the name is gone through, and where it goes on. */
  at: z.number().int().min(0),
  after: z.string().optional(),
})
export type UnitRenamingRecord = z.infer<typeof UnitRenamingRecord>
export const unitRenamings = collection<UnitRenamingRecord>({
  name: 'unitRenamings',
  schema: UnitRenamingRecord,
  indexes: { all: [] },
})
