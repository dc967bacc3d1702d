import { z } from 'zod'
import { ReviewId, UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { castBytes } from '../review/cast'
import { GradesOffered, ReviewForm, ReviewKind } from '../review/kinds'
import { reviewPhases } from '../review/life'
import { base64urlOf } from './bytes'
import { anyone, exchange, query } from './procedure'

const reviewOnly = z.strictObject({ review: ReviewId })
const spki = base64urlOf(294)

/** 投票: nobody is known here, and nothing of who calls is looked at. What is of the wrong length is refused before anything is computed. */
export const ballot = {
  name: 'ballot',
  callers: 'nobody',
  procedures: {
    announcement: query({
      summary: 'All from which a phone computes the digest of a review again, and the keys themselves',
      access: anyone,
      input: reviewOnly,
      output: z.object({
        review: ReviewId,
        union: UnionId,
        year: z.number().int(),
        kind: ReviewKind,
        form: ReviewForm,
        grades: GradesOffered,
        staff: z.number().int(),
        cutoff: IsoDate,
        keys: z.object({ ballot: spki, remark: spki }),
        tallyKey: base64urlOf(32),
        phase: z.enum(reviewPhases),
        receivingFrom: IsoTime,
        votingFrom: IsoTime,
        /** Exclusive. */
        votingUntil: IsoTime,
        now: IsoTime,
      }),
      errors: [],
    }),
    cast: exchange({
      summary: 'Put a ballot or a remark into the box, from nobody; the same again is taken again',
      access: anyone,
      input: z.discriminatedUnion('envelope', [
        z.strictObject({ review: ReviewId, envelope: z.literal('ballot'), cast: base64urlOf(castBytes.ballot) }),
        z.strictObject({ review: ReviewId, envelope: z.literal('remark'), cast: base64urlOf(castBytes.remark) }),
      ]),
      output: z.object({}),
      errors: ['REVIEW_NOT_YET', 'REVIEW_TOO_LATE', 'REVIEW_CALLED_OFF', 'CAST_INVALID', 'CAST_OTHER', 'CAST_UNSURE'],
    }),
    board: query({
      summary: 'Ids of the ballots or remarks that count, page by page, once the result is published',
      access: anyone,
      input: z.strictObject({
        review: ReviewId,
        envelope: z.enum(['ballot', 'remark']),
        page: z.number().int().min(0).max(10_000),
      }),
      output: z.object({
        /** 32 bytes each, sorted, one after the other in base64url. */
        ids: z.string(),
        pages: z.number().int(),
        /** Of the whole board, in base64url. */
        root: base64urlOf(32),
      }),
      errors: ['REVIEW_NOT_YET'],
    }),
  },
} as const
