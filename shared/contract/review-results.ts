import { z } from 'zod'
import { ReviewId, UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { ReviewKind } from '../review/kinds'
import { reviewPhases } from '../review/life'
import { VerdictSchema } from '../review/verdict-schema'
import { officerAbove, query, signedIn } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const count = z.number().int()
const GradesView = z.object({ satisfied: count, mostly: count, dissatisfied: count })
const OfReview = z.strictObject({ union: UnionId, review: ReviewId })
const cursor = z.string().max(400).optional()

/** Paper and phone in one sum; of a pool there is no verdict where its unions have different standards. */
export const FiguresView = z.object({
  grades: GradesView,
  invalid: count,
  electors: count,
  verdict: VerdictSchema.optional(),
})
export type FiguresView = z.infer<typeof FiguresView>

/** How far a review is told: `counted` ones wait for the others of their group; `withheld` are too few even together. */
const ToldAs = z.enum(['not-yet', 'alone', 'pooled', 'withheld'])

const Ratings = z.tuple([count, count, count, count, count])

export const ResultView = z.object({
  unionName: z.string(),
  year: count,
  kind: ReviewKind,
  phase: z.enum(reviewPhases),
  told: ToldAs,
  electors: count.optional(),
  voted: count.optional(),
  /** Of this union where it is told alone, of all unions in the pool where it is pooled. */
  figures: FiguresView.optional(),
  /** 合并公布的工会, the first hundred by name. */
  pool: z.object({ unions: z.array(z.string()), count }).optional(),
  /** 六有评分: of how many gave 1 to 5; only where told alone, and only items that enough rated. */
  ratings: z
    .array(
      z.object({ item: z.enum(['chair', 'organisation', 'place', 'system', 'funds', 'performance']), given: Ratings }),
    )
    .optional(),
  /** 整改方案, where the region asks for one: until when, and whose it is, of a pool the union’s that published it. */
  rectification: z.object({ dueOn: IsoDate, by: z.enum(['union', 'upper']) }).optional(),
  /** 核对码, root of the board and how many ballots stand on it. */
  proof: z.object({ digest: z.string(), root: z.string(), board: count, overcast: z.boolean() }).optional(),
})
export type ResultView = z.infer<typeof ResultView>

/** 公布: nothing that is told here, alone or against anything else that is told, speaks of a group smaller than policy allows. */
export const resultProcedures = {
  reviewResult: query({
    summary: 'What a review came to, as far as it is published',
    access: officerAbove(ofUnion, 'reviews'),
    input: OfReview,
    output: ResultView,
    errors: [],
  }),
  myReviewResult: query({
    summary: 'The same for an elector of the review and for every member of the union',
    access: signedIn,
    input: z.strictObject({ review: ReviewId }),
    output: ResultView,
    errors: [],
  }),
  reviewRemarks: query({
    summary:
      'What was written in a review that is published alone, where enough wrote something; in no order of arrival',
    access: officerAbove(ofUnion, 'reviews'),
    input: z.strictObject({ ...OfReview.shape, cursor }),
    output: z.object({ comments: z.array(z.string()), cursor: z.string().optional() }),
    answers: 'sealed',
    errors: [],
  }),
  reviewsBelow: query({
    summary:
      'The unions directly below, how far each one’s review of a year is, and what was published of all together',
    access: officerAbove(ofUnion, 'reviews', 'scrutinise'),
    input: z.strictObject({ union: UnionId, year: z.number().int().min(2000).max(2200), kind: ReviewKind, cursor }),
    output: z.object({
      rows: z.array(
        z.object({
          union: UnionId,
          name: z.string(),
          review: z
            .object({
              review: ReviewId,
              phase: z.enum(reviewPhases),
              told: ToldAs,
              electors: count.optional(),
              voted: count.optional(),
              figures: FiguresView.optional(),
            })
            .optional(),
        }),
      ),
      cursor: z.string().optional(),
      publications: z.array(
        z.object({
          at: IsoTime,
          alone: count,
          pooled: count,
          withheld: count,
          pool: FiguresView.optional(),
          /** Absent while something is withheld. */
          total: GradesView.optional(),
        }),
      ),
    }),
    errors: [],
  }),
} as const
