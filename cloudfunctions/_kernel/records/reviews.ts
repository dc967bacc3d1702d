import { z } from 'zod'
import { AccountId, PersonId, ReviewId, ReviewRoundId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { GradesOffered, ReviewForm, ReviewKind } from '../../../shared/review/kinds'
import { reviewCategories } from '../../../shared/review/category'
import { outReasons, paperReasons } from '../../../shared/review/electorate'
import { reviewPhases } from '../../../shared/review/life'
import { collection } from '../store/port'

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)

/** 一次评家. What is announced never changes; what is counted stands in `reviewResults`. No document of a review says how anybody voted. */
export const ReviewRecord = z.strictObject({
  _id: ReviewId,
  union: UnionId,
  year: z.number().int(),
  kind: ReviewKind,
  form: ReviewForm,
  grades: GradesOffered,
  /** Of a staff survey: for how many slips are made at most. Otherwise 0. */
  staff: z.number().int().min(0),
  /** Whose threshold it is held to, as the unit was registered when it was announced; absent where it was announced before that was kept. */
  category: z.enum(reviewCategories).optional(),
  /** 截止日. */
  cutoff: IsoDate,
  /** The region’s rules as of this day hold until the result (`Policy.version` stands with it). */
  announcedOn: IsoDate,
  /** By whom; absent where the clock announced it for a round. */
  announcedBy: AccountId.optional(),
  round: ReviewRoundId.optional(),
  /** `reviewKeys/{keys}`. */
  keys: z.string(),
  /** `announcementDigest`, 32 bytes: the review’s name in ballots and tokens. */
  digest: base64url,
  phase: z.enum(reviewPhases),
  receivingFrom: IsoTime,
  votingFrom: IsoTime,
  /** Exclusive. */
  votingUntil: IsoTime,
  /** When the clock has something to do here next; absent when it has nothing. */
  due: IsoTime.optional(),
  openObjections: z.number().int().min(0),
  /** Of a staff survey: how many slips were taken back since anybody may receive. */
  takenBack: z.number().int().min(0).optional(),
  /** 选民名单: how many stand on it, once it was taken. */
  electors: z.number().int().min(0).optional(),
  /** 撤销: the clock calls off what could not begin in time, and gives no reason of its own. */
  calledOff: z
    .strictObject({ at: IsoTime, by: z.union([AccountId, z.literal('clock')]), reason: z.string().optional() })
    .optional(),
  updatedAt: IsoTime,
})
export type ReviewRecord = z.infer<typeof ReviewRecord>

export const reviews = collection<ReviewRecord>({
  name: 'reviews',
  schema: ReviewRecord,
  indexes: { byUnion: ['union', 'year'], byDue: ['phase', 'due'], byRound: ['round', 'union'], byDigest: ['digest'] },
})

/** 评家密钥: one set for each review, made ahead. `review` is absent as long as nobody uses it. */
export const ReviewKeysRecord = z.strictObject({
  _id: z.string(),
  review: ReviewId.optional(),
  /** SubjectPublicKeyInfo of what signs tokens for ballots, and for remarks. */
  ballotKey: base64url,
  remarkKey: base64url,
  tallyKey: base64url,
  /** Sealed JSON of SigningSecrets at reviewKeys/{_id}/signing; absent after the close: nobody can sign a token any more. */
  signing: z.string().optional(),
  /** Sealed, base64url: opens ballots and remarks. */
  tally: z.string(),
  madeAt: IsoTime,
})
export type ReviewKeysRecord = z.infer<typeof ReviewKeysRecord>

/** PKCS#8 in base64url. */
export const SigningSecrets = z.strictObject({ ballot: base64url, remark: base64url })

export const reviewKeys = collection<ReviewKeysRecord>({
  name: 'reviewKeys',
  schema: ReviewKeysRecord,
  indexes: { byUse: ['review', 'madeAt'], all: [] },
})

/** 选民: everybody who was looked at for the list, in or out. Nothing here leads to a ballot: what the signer saw was blinded. */
export const ElectorRecord = z.strictObject({
  /** `{review}:{person}`. */
  _id: z.string(),
  review: ReviewId,
  person: PersonId,
  standing: z.enum(['elector', 'excluded']),
  because: z.enum(outReasons).optional(),
  paperOnly: z.enum(paperReasons).optional(),
  /** 增补: in by an objection, where the rule alone had not seen them. */
  admitted: z.literal(true).optional(),
  channel: z.enum(['phone', 'paper']).optional(),
  /** 名单上的微信: `accountMark` of whoever the person was bound to when the list was taken; absent where there was nobody. */
  account: z.string().optional(),
  /** What the phone asked to have signed, and the answer: asked again it is answered again. No time of it is kept. */
  blinded: z.strictObject({ ballot: base64url, remark: base64url }).optional(),
  signed: z.strictObject({ ballot: base64url, remark: base64url }).optional(),
})
export type ElectorRecord = z.infer<typeof ElectorRecord>

export const electors = collection<ElectorRecord>({
  name: 'electors',
  schema: ElectorRecord,
  indexes: {
    byReview: ['review', 'standing', 'channel'],
    // What officers page through: in an order that does not tell who received.
    byStanding: ['review', 'standing'],
    byReason: ['review', 'because'],
    byPaper: ['review', 'paperOnly'],
    byPerson: ['person'],
  },
})

export function electorId(review: ReviewId, person: PersonId): string {
  return `${review}:${person}`
}
