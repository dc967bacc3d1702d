import { z } from 'zod'
import { ReviewId, ReviewRoundId, UnionId } from '../core/ids'
import { IsoDate } from '../core/time'
import { ReviewKind } from '../review/kinds'
import { reviewPhases } from '../review/life'
import { command, officerAbove, officerOf, query } from './procedure'
import { ReviewDays } from './review-campaign'

const ofUnion = (input: { union: UnionId }) => input.union
const count = z.number().int()
const RoundWindow = z.strictObject({ from: IsoDate, until: IsoDate })

export const RoundRow = z.object({
  round: ReviewRoundId,
  union: UnionId,
  unionName: z.string(),
  year: count,
  kind: ReviewKind,
  window: RoundWindow,
  opensOn: IsoDate,
  /** What the clock announces on that day. */
  days: ReviewDays,
  /** `counting` and `waiting` until the opening day, `opened` when everybody has a review. */
  state: z.enum(['counting', 'waiting', 'opening', 'opened']),
  /** How many had something to open when they were counted; absent until they are. */
  unions: count.optional(),
  /** Reviews of the round that were announced, by the unions or for them. */
  opened: count,
})
export type RoundRow = z.infer<typeof RoundRow>

/** 评家活动: an upper union announces the year’s round for its area; who has not opened by its day is opened by the clock. */
export const roundProcedures = {
  announceRound: command({
    summary: 'Announce the year’s round of reviews for all unions below',
    access: officerOf(ofUnion, 'reviews'),
    // Of the kinds, only reviews by a union’s own members are held by every union below.
    input: z.strictObject({
      union: UnionId,
      kind: ReviewKind.extract(['members']),
      window: RoundWindow,
      opensOn: IsoDate,
      days: ReviewDays,
    }),
    output: z.object({ round: ReviewRoundId }),
    errors: ['UNION_NOT_ACTIVE', 'REVIEW_PERIODS_INVALID', 'REVIEW_ROUND_THIS_YEAR'],
  }),
  reviewRounds: query({
    summary: 'The rounds that concern a union: its own and those of the unions above it, the newest first',
    access: officerAbove(ofUnion, 'reviews'),
    input: z.strictObject({ union: UnionId }),
    output: z.object({ rounds: z.array(RoundRow) }),
    errors: [],
  }),
  roundReviews: query({
    summary: 'How far the unions directly below a union are in a round: the phase of each, and who has not opened',
    access: officerAbove(ofUnion, 'reviews'),
    input: z.strictObject({ union: UnionId, round: ReviewRoundId, cursor: z.string().max(400).optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          union: UnionId,
          name: z.string(),
          /** Whether there are unions below it to look at. */
          leads: z.boolean(),
          /** Of this year and kind; absent where it has not opened. */
          review: z
            .object({
              review: ReviewId,
              phase: z.enum(reviewPhases),
              /** False where the union announced it by itself, outside the round. */
              ofRound: z.boolean(),
              electors: count.optional(),
            })
            .optional(),
        }),
      ),
      cursor: z.string().optional(),
    }),
    errors: ['NOT_FOUND'],
  }),
} as const
