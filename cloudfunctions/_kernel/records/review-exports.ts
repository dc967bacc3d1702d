import { z } from 'zod'
import { AccountId, ReviewId, UnionId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { collection } from '../store/port'

const count = z.number().int().min(1)

/** 导出申请, the newest of a review; who asked and confirmed before stands in the audit chain. `_id` is the review. */
export const ReviewExportRecord = z.strictObject({
  _id: ReviewId,
  union: UnionId,
  askedBy: AccountId,
  /** How long it can be confirmed; once it is, how long it can be fetched. */
  until: IsoTime,
  confirmedBy: AccountId.optional(),
  /** On how many pages the casts are fetched, once it is confirmed. */
  pages: z.strictObject({ ballot: count, remark: count }).optional(),
})
export type ReviewExportRecord = z.infer<typeof ReviewExportRecord>

export const reviewExports = collection<ReviewExportRecord>({
  name: 'reviewExports',
  schema: ReviewExportRecord,
  indexes: {},
})
