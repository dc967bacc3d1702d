import { z } from 'zod'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { collection } from '../store/port'

/** 定时任务: how a job of the clock fares. `_id` is its name. */
export const JobRun = z.strictObject({
  _id: z.string(),
  lastSuccessAt: IsoTime.optional(),
  lastFailureAt: IsoTime.optional(),
  /** In a row, since the last success. */
  failures: z.number().int(),
})
export type JobRun = z.infer<typeof JobRun>
export const jobRuns = collection<JobRun>({ name: 'jobRuns', schema: JobRun, indexes: { all: [] } })

/** 审计核对: how far the walk over the chains is, and what it has found. There is one document, `audit`. */
export const ChainWalk = z.strictObject({
  _id: z.literal('audit'),
  /** On which it began. */
  day: IsoDate,
  /** The chain after which it goes on; absent at the beginning and when it is through. */
  after: z.string().optional(),
  /** The link of the following chain at which it goes on. */
  within: z.strictObject({ chain: z.string(), seq: z.number().int(), hash: z.string() }).optional(),
  finished: z.boolean(),
  findings: z.number().int(),
  /** Of the walk before this one. */
  findingsBefore: z.number().int().default(0),
})
export type ChainWalk = z.infer<typeof ChainWalk>
export const chainWalks = collection<ChainWalk>({
  name: 'chainWalks',
  schema: ChainWalk,
  indexes: {},
  upgrade: withoutCursor,
})

/** Walks used to go on at a cursor; one that was under way then begins anew. */
function withoutCursor(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || !('cursor' in document)) return document
  const { cursor: _, ...rest } = document
  return rest
}

/** 警报: what is out of order, since when, and when it was last written into the log. */
export const StoredAlert = z.strictObject({
  code: z.string(),
  about: z.string(),
  value: z.number(),
  limit: z.number(),
  since: IsoTime,
  loggedAt: IsoTime,
})
export type StoredAlert = z.infer<typeof StoredAlert>

/** 体检: how the system was when the clock last looked. There is one document, `now`. */
export const HealthRecord = z.strictObject({
  _id: z.literal('now'),
  at: IsoTime,
  storeMs: z.number(),
  backlogs: z.array(z.strictObject({ name: z.string(), waiting: z.number().int() })),
  alerts: z.array(StoredAlert),
})
export type HealthRecord = z.infer<typeof HealthRecord>
export const health = collection<HealthRecord>({ name: 'health', schema: HealthRecord, indexes: {} })
