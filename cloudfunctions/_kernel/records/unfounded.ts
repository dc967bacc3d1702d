import { z } from 'zod'
import { RegionId, UnitId } from '../../../shared/core/ids'
import { collection } from '../store/port'

/**
 * 应建未建: a unit without a union, under one of the places that it lies in; `_id` is `{region}:{unit}`. Kept by the daily walk through the units
 * (membership/events/notice-foundings.ts), so that no list has to look at those that have a union.
 */
export const UnfoundedRecord = z.strictObject({
  _id: z.string(),
  region: RegionId,
  unit: UnitId,
  /** Nobody organises it; or a joint union does, and it is large enough for its own. */
  why: z.enum(['nobody', 'large-enough']),
  name: z.string(),
  place: z.string(),
  staff: z.number().int().min(0),
})
export type UnfoundedRecord = z.infer<typeof UnfoundedRecord>
export const unfounded = collection<UnfoundedRecord>({
  name: 'unfounded',
  schema: UnfoundedRecord,
  indexes: { byRegion: ['region', 'why', 'staff'], byUnit: ['unit'] },
})
