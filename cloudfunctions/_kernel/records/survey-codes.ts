import { z } from 'zod'
import { AccountId, ReviewId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { collection } from '../store/port'

const both = z.strictObject({ ballot: z.string(), remark: z.string() })

/** 调查码 of a staff survey. `_id` is its digest (`codeDigest`) in base64url: nobody who reads the store can fill in a slip. No time of its use is kept. */
export const SurveyCodeRecord = z.strictObject({
  _id: z.string(),
  review: ReviewId,
  /** `cancelled`: handed back before voting began. `lapsed`: nobody had used it by the end. */
  state: z.enum(['unused', 'used', 'cancelled', 'lapsed']),
  /** With which others it was made; forgotten when it is used. */
  batch: z.string().optional(),
  /** What the phone asked to have signed, and the answer: asked again it is answered again. */
  blinded: both.optional(),
  signed: both.optional(),
})
export type SurveyCodeRecord = z.infer<typeof SurveyCodeRecord>

export const surveyCodes = collection<SurveyCodeRecord>({
  name: 'surveyCodes',
  schema: SurveyCodeRecord,
  indexes: { byReview: ['review', 'state'], byBatch: ['batch', 'state'] },
})

/** 一批调查码. `_id` is the id that the desk chose: asked for again it is there already, and its codes are told nobody a second time. */
export const SurveyBatchRecord = z.strictObject({
  _id: z.string(),
  review: ReviewId,
  made: z.number().int().min(1),
  at: IsoTime,
  by: AccountId,
})
export type SurveyBatchRecord = z.infer<typeof SurveyBatchRecord>

export const surveyBatches = collection<SurveyBatchRecord>({
  name: 'surveyBatches',
  schema: SurveyBatchRecord,
  indexes: { byReview: ['review', 'at'] },
})
