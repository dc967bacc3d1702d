import { z } from 'zod'
import { ReviewId } from '../../../shared/core/ids'
import { collection } from '../store/port'

const both = z.strictObject({ ballot: z.string(), remark: z.string() })

/** 调查码 of a staff survey. `_id` is its digest (`codeDigest`) in base64url: nobody who reads the store can fill in a slip. No time of its use is kept. */
export const SurveyCodeRecord = z.strictObject({
  _id: z.string(),
  review: ReviewId,
  state: z.enum(['unused', 'used', 'cancelled']),
  /** What the phone asked to have signed, and the answer: asked again it is answered again. */
  blinded: both.optional(),
  signed: both.optional(),
})
export type SurveyCodeRecord = z.infer<typeof SurveyCodeRecord>

export const surveyCodes = collection<SurveyCodeRecord>({
  name: 'surveyCodes',
  schema: SurveyCodeRecord,
  indexes: { byReview: ['review', 'state'] },
})
