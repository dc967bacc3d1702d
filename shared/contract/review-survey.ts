import { z } from 'zod'
import { IsoTime } from '../core/time'
import { ReviewId, UnionId } from '../core/ids'
import { codesTogether } from '../review/survey-code'
import { command, exchange, officerAbove, officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const OfReview = { union: UnionId, review: ReviewId }
const count = z.number().int()
/** 22 characters, 128 random bits, chosen by the desk. */
const Batch = z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const lifeRefusals = ['REVIEW_NOT_YET', 'REVIEW_TOO_LATE', 'REVIEW_CALLED_OFF'] as const

export const SlipCounts = z.object({
  /** 公告的职工人数: no more than so many stand at once. */
  staff: count,
  made: count,
  cancelled: count,
  /** Absent before the close. */
  unused: count.optional(),
})

/** 职工满意率调查: slips with codes instead of a list of names, made by tellers and not by those who are judged. */
export const surveyProcedures = {
  makeSurveyCodes: exchange({
    summary:
      'Make codes for the slips of a staff survey, for as many as there are staff at most, told in this answer and never again; until receiving begins',
    access: officerOf(ofUnion, 'papers'),
    input: z.strictObject({ ...OfReview, batch: Batch, many: count.min(1).max(codesTogether) }),
    output: z.object({
      made: count,
      /** Absent where the batch was made before: only digests are kept. Cancel it, and make another. */
      slips: z.array(z.object({ code: z.string(), link: z.string() })).optional(),
    }),
    answers: 'sealed',
    errors: ['NOT_FOUND', 'SURVEY_TOO_MANY_SLIPS', ...lifeRefusals],
  }),
  cancelSurveyCodes: command({
    summary:
      'Cancel slips that came back, until voting begins, or a batch that was lost, until receiving begins; as far as nobody used them',
    access: officerOf(ofUnion, 'papers'),
    input: z.strictObject({
      ...OfReview,
      which: z.discriminatedUnion('by', [
        z.strictObject({ by: z.literal('batch'), batch: Batch }),
        z.strictObject({ by: z.literal('codes'), codes: z.array(z.string().max(60)).min(1).max(codesTogether) }),
      ]),
    }),
    /** `electors`: how many may still vote. */
    output: z.object({ cancelled: count, electors: count }),
    errors: ['NOT_FOUND', 'SURVEY_CODE_UNKNOWN', 'SURVEY_TOO_MANY_BACK', ...lifeRefusals],
  }),
  surveyCodeCounts: query({
    summary: 'How many codes were made and cancelled, and after the close how many nobody used',
    access: officerAbove(ofUnion, 'reviews', 'papers', 'scrutinise'),
    input: z.strictObject(OfReview),
    output: z.object({
      /** What the QR code of a notice carries: a page where the code on a slip is typed. */
      notice: z.string(),
      ...SlipCounts.shape,
      /** The newest fifty. */
      batches: z.array(z.object({ batch: z.string(), made: count, at: IsoTime })),
    }),
    errors: ['NOT_FOUND'],
  }),
} as const
