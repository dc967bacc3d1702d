import { z } from 'zod'
import { AccountId, ReviewId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { RemarkItem } from '../../../shared/review/remark'
import { collection } from '../store/port'

const count = z.number().int().min(0)
export const GradesStored = z.strictObject({ satisfied: count, mostly: count, dissatisfied: count })
export const PaperStored = z.strictObject({ grades: GradesStored, invalid: count })

/** 纸质计票. `_id` is the review. What a teller entered lies sealed, so that nobody, the other teller least, reads it before both agree. */
export const PaperCountRecord = z.strictObject({
  _id: ReviewId,
  /** Who has entered a count since the last time two differed; both of them once they agree. */
  tellers: z.array(AccountId).max(2),
  /** Sealed JSON of PaperEntries at paperCounts/{_id}/entries. */
  entries: z.string(),
  state: z.enum(['one', 'differs', 'agreed']),
  updatedAt: IsoTime,
})
export type PaperCountRecord = z.infer<typeof PaperCountRecord>
export const PaperEntries = z.array(z.strictObject({ teller: AccountId, count: PaperStored }))
export type PaperEntries = z.infer<typeof PaperEntries>

export const paperCounts = collection<PaperCountRecord>({
  name: 'paperCounts',
  schema: PaperCountRecord,
  indexes: { all: [] },
})

/** Ratings of one of the 六有: how many gave 1, 2, 3, 4 and 5. */
const Ratings = z.tuple([count, count, count, count, count])
const RatingsStored = z.partialRecord(RemarkItem, Ratings)

/** 计票进度: sealed, because it is what was counted so far. Papers are in the sum from the beginning: what was cast by phone never stands alone. */
export const CountSoFar = z.strictObject({
  paper: PaperStored,
  sum: GradesStored,
  rejected: count,
  ratings: RatingsStored,
  comments: count,
})
export type CountSoFar = z.infer<typeof CountSoFar>

const envelope = z.enum(['ballot', 'remark'])

export const ReviewCountRecord = z.strictObject({
  _id: ReviewId,
  /** Counts the stretches: of two that open the same one, one is written. */
  step: count,
  /** Which casts are read, and from where on; `finished` when all are. */
  reading: z.enum(['ballot', 'remark', 'finished']),
  cursor: z.string().optional(),
  /** How many parts of `reviewBoards` there are. */
  parts: z.strictObject({ ballot: count, remark: count }),
  /** Sealed JSON of CountSoFar at reviewCounts/{_id}/figures. */
  figures: z.string(),
})
export type ReviewCountRecord = z.infer<typeof ReviewCountRecord>
export const reviewCounts = collection<ReviewCountRecord>({
  name: 'reviewCounts',
  schema: ReviewCountRecord,
  indexes: { all: [] },
})

/** 计出的编号: the ids that count, as the stretches of the count found them; `boards` has them sorted. `_id` is `{review}:{envelope}:{part}`. */
export const ReviewBoardRecord = z.strictObject({
  _id: z.string(),
  review: ReviewId,
  envelope,
  part: count,
  /** 32 bytes each, one after the other, in base64url. */
  ids: z.string(),
})
export type ReviewBoardRecord = z.infer<typeof ReviewBoardRecord>
export const reviewBoards = collection<ReviewBoardRecord>({
  name: 'reviewBoards',
  schema: ReviewBoardRecord,
  indexes: { byReview: ['review', 'envelope', 'part'] },
})

/** 补充评价的文字, in the order of their random ids. */
export const ReviewCommentsRecord = z.strictObject({
  _id: z.string(),
  review: ReviewId,
  part: count,
  /** Sealed JSON of the texts at reviewComments/{_id}/comments. */
  comments: z.string(),
})
export type ReviewCommentsRecord = z.infer<typeof ReviewCommentsRecord>
export const reviewComments = collection<ReviewCommentsRecord>({
  name: 'reviewComments',
  schema: ReviewCommentsRecord,
  indexes: { byReview: ['review', 'part'], all: [] },
})
