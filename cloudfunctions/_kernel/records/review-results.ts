import { z } from 'zod'
import { ReviewId, ReviewRoundId, UnionId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { ReviewKind } from '../../../shared/review/kinds'
import { VerdictSchema } from '../../../shared/review/verdict-schema'
import { collection } from '../store/port'
import { CountSoFar, GradesStored } from './review-counts'

const count = z.number().int().min(0)
const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)

/** What lies sealed until it is published, and for good where it is published with others’ only. */
export const ResultFigures = z.strictObject({ ...CountSoFar.shape, verdict: VerdictSchema })
export type ResultFigures = z.infer<typeof ResultFigures>

/** 一次评家公布的结果. */
export const PublishedFigures = z.strictObject({
  grades: GradesStored,
  invalid: count,
  electors: count,
  /** Absent of a pool whose unions have different standards. */
  verdict: VerdictSchema.optional(),
})
export type PublishedFigures = z.infer<typeof PublishedFigures>

/** 计票结果. `_id` is the review. Written once, by whichever run of the clock is first; what is public of it follows when it is published. */
export const ReviewResultRecord = z.strictObject({
  _id: ReviewId,
  union: UnionId,
  year: z.number().int(),
  kind: ReviewKind,
  /** With whom it is published: `groupOf`. */
  group: z.string(),
  countedAt: IsoTime,
  electors: count,
  received: count,
  /** 核对码 and roots, as they stand in the audit chain. */
  digest: base64url,
  root: base64url,
  remarkRoot: base64url,
  /** How many ids the board has. */
  board: count,
  /** More ballots counted than tokens received: somebody signed what nobody received. */
  overcast: z.literal(true).optional(),
  policyVersion: z.string(),
  /** Sealed JSON of ResultFigures at reviewResults/{_id}/figures. */
  figures: z.string(),
  /** `alone`, `pooled` and `withheld` are published. */
  state: z.enum(['counted', 'alone', 'pooled', 'withheld']),
  publication: z.string().optional(),
  /** 参与: valid and invalid together, told of every union once it is published. */
  voted: count.optional(),
  shown: PublishedFigures.optional(),
})
export type ReviewResultRecord = z.infer<typeof ReviewResultRecord>
export const reviewResults = collection<ReviewResultRecord>({
  name: 'reviewResults',
  schema: ReviewResultRecord,
  indexes: { byGroup: ['group', 'state'], all: [] },
})

/** 公布的分组: a group of reviews of which something is counted and not published; `due` says when the clock looks whether all are there. */
export const PublicationDue = z.strictObject({
  /** The group. */
  _id: z.string(),
  year: z.number().int(),
  kind: ReviewKind,
  round: ReviewRoundId.optional(),
  /** Whose table it stands in. */
  upper: UnionId,
  due: IsoTime,
})
export type PublicationDue = z.infer<typeof PublicationDue>
export const publicationsDue = collection<PublicationDue>({
  name: 'publicationsDue',
  schema: PublicationDue,
  indexes: { byDue: ['due'] },
})

/** 一次公布: decided by the insert of this document; what belongs to each review is carried out after it. `_id` is `{group}:{number}`. */
export const ReviewPublicationRecord = z.strictObject({
  _id: z.string(),
  group: z.string(),
  upper: UnionId,
  year: z.number().int(),
  kind: ReviewKind,
  at: IsoTime,
  state: z.enum(['carrying', 'done']),
  rows: z.array(z.strictObject({ review: ReviewId, as: z.enum(['alone', 'pooled', 'withheld']) })),
  pool: PublishedFigures.optional(),
  total: GradesStored.optional(),
})
export type ReviewPublicationRecord = z.infer<typeof ReviewPublicationRecord>
export const reviewPublications = collection<ReviewPublicationRecord>({
  name: 'reviewPublications',
  schema: ReviewPublicationRecord,
  indexes: { byGroup: ['group', 'state'], byUpper: ['upper', 'year', 'kind'] },
})
