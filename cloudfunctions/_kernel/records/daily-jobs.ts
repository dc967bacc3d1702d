import { z } from 'zod'
import { IsoDate } from '../../../shared/core/time'
import { collection } from '../store/port'

/** 每天一次: the day on which a job that is done once a day was last begun. `_id` is the job. */
export const DailyJobRecord = z.strictObject({ _id: z.string(), day: IsoDate })
export type DailyJobRecord = z.infer<typeof DailyJobRecord>

export const dailyJobs = collection<DailyJobRecord>({ name: 'dailyJobs', schema: DailyJobRecord, indexes: {} })
