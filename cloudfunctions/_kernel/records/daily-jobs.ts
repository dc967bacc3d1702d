import { z } from 'zod'
import { IsoDate } from '../../../shared/core/time'
import { collection } from '../store/port'

/** 每天一遍: how far a job is that goes once a day through more than one run can do. `_id` is the job. */
export const DailyJobRecord = z.strictObject({
  _id: z.string(),
  /** On which it was last begun. */
  day: IsoDate,
  /** Where it goes on; absent when it is through. */
  after: z.string().optional(),
})
export type DailyJobRecord = z.infer<typeof DailyJobRecord>

export const dailyJobs = collection<DailyJobRecord>({ name: 'dailyJobs', schema: DailyJobRecord, indexes: {} })
