import { z } from 'zod'
import { AccountId, UnionId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { collection } from '../store/port'

const Whole = z.number().int()

/** 指导: what a union above told one below to do first. */
export const GuidanceRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  by: UnionId,
  byName: z.string(),
  account: AccountId,
  at: IsoTime,
  text: z.string(),
})
export type GuidanceRecord = z.infer<typeof GuidanceRecord>
export const guidances = collection<GuidanceRecord>({
  name: 'guidances',
  schema: GuidanceRecord,
  indexes: { byUnion: ['union', 'at'] },
})

/** 建家情况报送 of a year, with the numbers as they were on the day. `_id` is `{union}:{year}`. */
export const HomeReportRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  year: Whole,
  to: UnionId,
  at: IsoTime,
  /** 迟报: after the region’s day, or after the year where it names none. */
  late: z.literal(true).optional(),
  by: AccountId,
  text: z.string(),
  unions: Whole,
  reached: z.strictObject({ of: Whole, met: Whole, gap: Whole }),
})
export type HomeReportRecord = z.infer<typeof HomeReportRecord>
export const homeReports = collection<HomeReportRecord>({ name: 'homeReports', schema: HomeReportRecord, indexes: {} })

export const reportId = (union: UnionId, year: number): string => `${union}:${year}`
