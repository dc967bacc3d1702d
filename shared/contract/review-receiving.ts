import { z } from 'zod'
import { ReviewId } from '../core/ids'
import { modulusBytes } from '../review/blind/signing-key'
import { base64urlOf } from './bytes'
import { anyone, exchange, onPhone, query } from './procedure'
import { ReviewRow } from './review-campaign'

const both = z.strictObject({ ballot: base64urlOf(modulusBytes), remark: base64urlOf(modulusBytes) })

/** 我与这次评家. */
export const MyPart = z.discriminatedUnion('kind', [
  /** The list is not taken yet, or is being taken. */
  z.object({ kind: z.literal('not-listed-yet') }),
  z.object({
    kind: z.literal('excluded'),
    because: z.enum(['joined-after-cutoff', 'retained', 'ended', 'not-listed']),
  }),
  z.object({
    kind: z.literal('elector'),
    paperOnly: z.enum(['written-form', 'no-account', 'bound-after-cutoff']).optional(),
    channel: z.enum(['phone', 'paper']).optional(),
    /** Whether a token was received in my name: whoever did not receive one, and reads that one was, has to be able to say so. */
    received: z.boolean(),
  }),
])
export type MyPart = z.infer<typeof MyPart>

/** 评家: what a member has to do with it by name. Casting is `ballot`’s, and nobody’s. */
export const receivingProcedures = {
  myReviews: query({
    summary: 'Reviews that concern me, now or lately, and what part I have in each',
    access: onPhone,
    input: z.strictObject({}),
    output: z.object({ reviews: z.array(z.object({ ...ReviewRow.shape, mine: MyPart, result: z.boolean() })) }),
    errors: [],
  }),
  receive: exchange({
    summary:
      'Have the token for my ballot and the one for my remark signed blind, once; the same again is answered the same',
    access: onPhone,
    input: z.strictObject({ review: ReviewId, blinded: both }),
    output: both,
    // The platform’s log would tell when which elector received: what it keeps opens on the phone alone.
    answers: 'sealed',
    errors: [
      'REVIEW_NOT_YET',
      'REVIEW_TOO_LATE',
      'REVIEW_CALLED_OFF',
      'NOT_AN_ELECTOR',
      'ONLY_ON_PAPER',
      'VOTES_ON_PAPER',
      'TOKEN_RECEIVED',
      'TOKEN_NOT_SIGNED',
    ],
  }),
  receiveByCode: exchange({
    summary: 'The same for a staff survey, by the code on a slip instead of a name',
    access: anyone,
    input: z.strictObject({ review: ReviewId, code: z.string().max(60), blinded: both }),
    output: both,
    answers: 'sealed',
    errors: [
      'REVIEW_NOT_YET',
      'REVIEW_TOO_LATE',
      'REVIEW_CALLED_OFF',
      'SURVEY_CODE_UNKNOWN',
      'SURVEY_CODE_USED',
      'TOKEN_NOT_SIGNED',
    ],
  }),
} as const
