import { z } from 'zod'
import { PersonId, ReviewId, UnionId } from '../core/ids'
import { GradesOffered } from '../review/kinds'
import { reviewPhases } from '../review/life'
import { command, officerAbove, query } from './procedure'
import { ReviewRow } from './review-campaign'

const ofUnion = (input: { union: UnionId }) => input.union
export const OfReview = { union: UnionId, review: ReviewId }

const count = z.number().int().min(0).max(1_000_000)

/** 纸质选票: ticked, then counted by two tellers. A union above helps where a union has no two of its own. */
export const countingProcedures = {
  paperReviews: query({
    summary: 'The reviews of a union that are under way, for whoever hands out and counts papers',
    access: officerAbove(ofUnion, 'papers'),
    input: z.strictObject({ union: UnionId }),
    output: z.object({ reviews: z.array(ReviewRow) }),
    errors: [],
  }),
  electorsToTick: query({
    summary:
      'Electors in the venue, found by name, document number or member number, and how each votes; while papers are handed out',
    access: officerAbove(ofUnion, 'papers'),
    input: z.strictObject({ ...OfReview, search: z.string().trim().min(1).max(32) }),
    output: z.object({
      rows: z.array(
        z.object({
          person: PersonId,
          name: z.string(),
          maskedNumber: z.string(),
          unitName: z.string(),
          channel: z.enum(['phone', 'paper']).optional(),
          /** Whether a paper can be handed out now. */
          mayTick: z.boolean(),
        }),
      ),
      /** False where the list is too long to be searched by name: then a number finds everybody. */
      searchedAll: z.boolean(),
    }),
    answers: 'sealed',
    errors: ['REVIEW_NOT_YET', 'REVIEW_TOO_LATE', 'REVIEW_CALLED_OFF', 'TOO_MANY'],
  }),
  tickForPaper: command({
    summary:
      'An elector takes a ballot paper in the venue: from then on they cannot vote by phone; there is no way back',
    access: officerAbove(ofUnion, 'papers'),
    input: z.strictObject({ ...OfReview, person: PersonId }),
    output: z.object({}),
    errors: ['REVIEW_NOT_YET', 'REVIEW_TOO_LATE', 'REVIEW_CALLED_OFF', 'VOTES_BY_PHONE', 'ONLY_BY_PHONE'],
  }),
  paperStanding: query({
    summary: 'How many took a paper, and how far the count of papers is; no figures',
    access: officerAbove(ofUnion, 'papers'),
    input: z.strictObject(OfReview),
    output: z.object({
      phase: z.enum(reviewPhases),
      grades: GradesOffered,
      ticked: z.number().int(),
      /** `none`: nobody took a paper, nothing is to be counted. */
      state: z.enum(['none', 'waiting', 'one', 'differs', 'agreed']),
      /** Whether the caller is one of those who have entered. */
      mine: z.boolean(),
    }),
    errors: [],
  }),
  enterPaperCount: command({
    summary: 'What one teller counted; two tellers enter without seeing each other’s, and must agree',
    access: officerAbove(ofUnion, 'papers'),
    input: z.strictObject({
      ...OfReview,
      grades: z.strictObject({ satisfied: count, mostly: count, dissatisfied: count }),
      invalid: count,
    }),
    output: z.object({ state: z.enum(['one', 'agreed']) }),
    errors: [
      'REVIEW_NOT_YET',
      'REVIEW_TOO_LATE',
      'REVIEW_CALLED_OFF',
      'PAPER_COUNTS_DIFFER',
      'MORE_PAPER_THAN_TICKED',
      'GRADE_NOT_OFFERED',
    ],
  }),
} as const
