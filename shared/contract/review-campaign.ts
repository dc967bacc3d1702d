import { z } from 'zod'
import { ReviewId, ReviewRoundId, UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { GradesOffered, ReviewForm, ReviewKind } from '../review/kinds'
import { reviewPhases } from '../review/life'
import { anyone, command, officerAbove, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union

/** 截止日; 领取凭证、投票 from these days on; the last day of voting, included. */
export const ReviewDays = z.strictObject({
  cutoff: IsoDate,
  receivingOn: IsoDate,
  votingOn: IsoDate,
  lastDay: IsoDate,
})
export type ReviewDays = z.infer<typeof ReviewDays>

export const ReviewRow = z.object({
  review: ReviewId,
  union: UnionId,
  unionName: z.string(),
  year: z.number().int(),
  kind: ReviewKind,
  form: ReviewForm,
  grades: GradesOffered,
  /** Of a staff survey: for how many slips are made at most. Otherwise 0. */
  staff: z.number().int(),
  phase: z.enum(reviewPhases),
  cutoff: IsoDate,
  receivingFrom: IsoTime,
  votingFrom: IsoTime,
  /** Exclusive. */
  votingUntil: IsoTime,
  /** Absent until the list was taken. */
  electors: z.number().int().optional(),
  openObjections: z.number().int(),
  /** Without a reason where the clock called it off, because voting could not begin in time. */
  calledOff: z.object({ at: IsoTime, reason: z.string().optional() }).optional(),
})
export type ReviewRow = z.infer<typeof ReviewRow>

/** 评家: announcing it, and what everybody may read of it. */
export const campaignProcedures = {
  announceReview: command({
    summary: 'Announce this year’s review of a union, by itself or by a union above',
    access: officerAbove(ofUnion, 'reviews'),
    // A sample has its own announcement, with the lottery that draws it.
    input: z.discriminatedUnion('kind', [
      z.strictObject({
        union: UnionId,
        kind: z.literal('members'),
        days: ReviewDays,
        /** 上级的评家活动 that it belongs to. */
        round: ReviewRoundId.optional(),
      }),
      z.strictObject({
        union: UnionId,
        kind: z.literal('staff'),
        days: ReviewDays,
        /** 职工人数: so many slips are made at most. */
        staff: z.number().int().min(1, '请填职工人数').max(1_000_000),
      }),
    ]),
    output: z.object({ review: ReviewId }),
    errors: [
      'UNION_NOT_ACTIVE',
      'REVIEW_PERIODS_INVALID',
      'REVIEW_THIS_YEAR',
      'NOT_FOUND',
      'REVIEW_OUTSIDE_ROUND',
      'SURVEY_FEWER_STAFF',
    ],
  }),
  reviews: query({
    summary: 'The reviews of a union, the newest first',
    access: officerAbove(ofUnion, 'reviews', 'scrutinise'),
    input: z.strictObject({ union: UnionId }),
    /** `staff`: 职工人数 on file, for who announces a staff survey. */
    output: z.object({ reviews: z.array(ReviewRow), staff: z.number().int().optional() }),
    errors: [],
  }),
  announcedReview: query({
    summary: 'What is announced of a review, for anybody: form, days, keys',
    access: anyone,
    input: z.strictObject({ review: ReviewId }),
    /** `root` is of the board of ballots, once it is published: a phone that nobody knows holds the board against it. */
    output: z.object({ ...ReviewRow.shape, digest: z.string(), root: z.string().optional() }),
    errors: ['NOT_FOUND'],
  }),
} as const
