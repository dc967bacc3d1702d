import { z } from 'zod'
import { ReviewId, UnionId } from '../core/ids'
import { IsoDate } from '../core/time'
import { command, officerAbove, officerOf, query } from './procedure'
import { ReviewDays } from './review-campaign'

const ofUnion = (input: { union: UnionId }) => input.union
const OfReview = { union: UnionId, review: ReviewId }
const count = z.number().int()

const standing = {
  /** `taking` the population, `committed` to it, `drawing`, `drawn`. */
  state: z.enum(['taking', 'committed', 'drawing', 'drawn']),
  size: count,
  lottery: z.string(),
  drawnOn: IsoDate,
  population: count.optional(),
  /** 名单承诺, as it stands in the audit chain. */
  commitment: z.string().optional(),
  /** The public value, once two officers agree. */
  value: z.string().optional(),
}

/** 区域内随机抽查: who is drawn follows from a population that was committed to before the numbers of a lottery were known. */
export const sampleProcedures = {
  announceSample: command({
    summary: 'Announce a review by members drawn from the whole area, and the lottery whose numbers will draw them',
    access: officerOf(ofUnion, 'reviews'),
    input: z.strictObject({
      union: UnionId,
      size: count.min(1).max(5_000),
      lottery: z.string().trim().min(2, '请写明用哪一期开奖').max(60),
      drawnOn: IsoDate,
      days: ReviewDays,
    }),
    output: z.object({ review: ReviewId }),
    errors: ['UNION_NOT_ACTIVE', 'REVIEW_PERIODS_INVALID', 'REVIEW_THIS_YEAR'],
  }),
  sampleStanding: query({
    summary: 'How far a sample is: its population, the commitment to it, the public value',
    access: officerAbove(ofUnion, 'reviews'),
    input: z.strictObject(OfReview),
    output: z.object({
      ...standing,
      /** Whether the caller has typed the numbers. */
      mine: z.boolean(),
    }),
    errors: ['NOT_FOUND'],
  }),
  enterSampleValue: command({
    summary: 'The numbers of the lottery, as one officer reads them; two type them without seeing each other’s',
    access: officerAbove(ofUnion, 'reviews'),
    input: z.strictObject({ ...OfReview, numbers: z.string().max(200) }),
    output: z.object({ state: z.enum(['one', 'differs', 'agreed']) }),
    errors: ['NOT_FOUND', 'REVIEW_NOT_YET', 'REVIEW_TOO_LATE', 'REVIEW_CALLED_OFF', 'SAMPLE_NUMBERS', 'SAMPLE_LATE'],
  }),
  sampleFile: query({
    summary: 'The pseudonyms of a sample and who of them was drawn, for a scrutineer to draw again; it names nobody',
    access: officerAbove(ofUnion, 'scrutinise'),
    input: z.strictObject({ ...OfReview, cursor: z.string().max(400).optional() }),
    output: z.object({
      ...standing,
      rows: z.array(z.object({ pseudonym: z.string(), drawn: z.boolean() })),
      cursor: z.string().optional(),
    }),
    errors: ['NOT_FOUND'],
  }),
} as const
