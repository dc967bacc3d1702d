import { z } from 'zod'
import { AccountId, PersonId, ReviewId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { paperReasons } from '../../../shared/review/electorate'
import { collection } from '../store/port'
import { listParts } from './elector-lists'
import { WalkLevel } from './review-rounds'

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)

/** `taking` the population, `committed` to it, `drawing` since the public value is known, `drawn`. */
export const sampleStates = ['taking', 'committed', 'drawing', 'drawn'] as const

/** 区域内随机抽查. `_id` is the review. */
export const ReviewSampleRecord = z.strictObject({
  _id: ReviewId,
  union: UnionId,
  /** How many are drawn, where there are so many. */
  size: z.number().int().min(1),
  /** 公开的开奖: whose numbers are the public value, and on which day. */
  lottery: z.string(),
  drawnOn: IsoDate,
  state: z.enum(sampleStates),
  /** How far taking is: the union whose members come next, which part of them, and the walk below. */
  among: z.strictObject({ union: UnionId, part: z.enum(listParts), cursor: z.string().optional() }).optional(),
  levels: z.array(WalkLevel),
  step: z.number().int().min(0),
  /** 名单承诺, over the pseudonyms of so many. */
  population: z.number().int().min(0).optional(),
  commitment: base64url.optional(),
  committedAt: IsoTime.optional(),
  /** What officers read off the draw, each by themself. */
  entries: z.array(z.strictObject({ by: AccountId, value: z.string() })),
  /** Once two agree. */
  value: z.string().optional(),
})
export type ReviewSampleRecord = z.infer<typeof ReviewSampleRecord>

export const reviewSamples = collection<ReviewSampleRecord>({
  name: 'reviewSamples',
  schema: ReviewSampleRecord,
  indexes: {},
})

/** 抽查对象, under a pseudonym of this sample alone. `_id` is `{review}:{pseudonym}`. */
export const SampledRecord = z.strictObject({
  _id: z.string(),
  review: ReviewId,
  pseudonym: base64url,
  person: PersonId,
  /** Both as they were when the population was taken: whoever is drawn is an elector with them. */
  account: z.string().optional(),
  paperOnly: z.enum(paperReasons).optional(),
  drawn: z.literal(true).optional(),
})
export type SampledRecord = z.infer<typeof SampledRecord>

export const sampled = collection<SampledRecord>({
  name: 'sampled',
  schema: SampledRecord,
  indexes: { byReview: ['review', 'pseudonym'] },
})
