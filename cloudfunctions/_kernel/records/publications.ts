import { z } from 'zod'
import { AccountId, FileId, PersonId, PublicationId, Revision, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { ActivityFacts, Audience, PublicationKind } from '../../../shared/org/publication'
import { collection } from '../store/port'

const Count = z.number().int().min(0)

const readable = {
  audience: Audience,
  title: z.string(),
  text: z.string(),
  pictures: z.array(FileId),
  activity: ActivityFacts.optional(),
}

/** 公开的一条, as it reads now. */
export const PublicationRecord = z.strictObject({
  _id: PublicationId,
  union: UnionId,
  state: z.enum(['published', 'withdrawn']),
  kind: PublicationKind,
  ...readable,
  version: Revision,
  publishedAt: IsoTime,
  publishedBy: AccountId,
  changedAt: IsoTime,
  withdrawn: z.strictObject({ reason: z.string(), at: IsoTime }).optional(),
  /** The activity’s day as long as its sign-ups are kept: by it they are forgotten. */
  signUpsOf: IsoDate.optional(),
  /** How many sign-ups were forgotten: with those that are kept they are how many signed up. */
  forgotten: Count.optional(),
  /** 参加人数, told afterwards. */
  attended: Count.optional(),
  /** The activity’s day once somebody was there: 开展活动, as the subsidy asks for it. */
  heldOn: IsoDate.optional(),
})
export type PublicationRecord = z.infer<typeof PublicationRecord>
export const publications = collection<PublicationRecord>({
  name: 'publications',
  schema: PublicationRecord,
  indexes: {
    byUnion: ['union', 'publishedAt'],
    byState: ['union', 'state', 'publishedAt'],
    byKind: ['union', 'state', 'kind', 'publishedAt'],
    byAudience: ['union', 'state', 'audience', 'publishedAt'],
    byHeld: ['union', 'heldOn'],
    bySignUpsOf: ['signUpsOf'],
  },
})

/** 一个版本: `_id` is `{publication}:{version}`; written with the change, never again. */
export const PublicationVersionRecord = z.strictObject({
  _id: z.string(),
  publication: PublicationId,
  version: Revision,
  ...readable,
  from: IsoTime,
})
export type PublicationVersionRecord = z.infer<typeof PublicationVersionRecord>
export const publicationVersions = collection<PublicationVersionRecord>({
  name: 'publicationVersions',
  schema: PublicationVersionRecord,
  indexes: { byPublication: ['publication', 'version'] },
})

/** 报名: `_id` is `{publication}:{person}`, so that nobody has two places. */
export const SignUpRecord = z.strictObject({
  _id: z.string(),
  publication: PublicationId,
  person: PersonId,
  /** Which of the seats. */
  seat: z.number().int().min(1),
  at: IsoTime,
  /** 签到. */
  present: z.literal(true).optional(),
})
export type SignUpRecord = z.infer<typeof SignUpRecord>
export const signUps = collection<SignUpRecord>({
  name: 'signUps',
  schema: SignUpRecord,
  indexes: {
    byPublication: ['publication', 'at'],
    byPresence: ['publication', 'present'],
    byPerson: ['person', 'at'],
  },
})

/** 名额: `_id` is `{publication}:{seat}`; there are as many as an activity has places, and each is inserted once. Whose it is stands with the sign-up. */
export const SeatRecord = z.strictObject({ _id: z.string(), publication: PublicationId, seat: z.number().int().min(1) })
export type SeatRecord = z.infer<typeof SeatRecord>
export const seats = collection<SeatRecord>({
  name: 'seats',
  schema: SeatRecord,
  indexes: { byPublication: ['publication', 'seat'] },
})

/** 告诉会员的进度: `_id` is `{union}:{day}`, so that nobody is told twice a day. The clock goes through the roster a stretch a run. */
export const TellingRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  day: IsoDate,
  state: z.enum(['running', 'done']),
  cursor: z.string().optional(),
  told: Count,
})
export type TellingRecord = z.infer<typeof TellingRecord>
export const tellings = collection<TellingRecord>({
  name: 'tellings',
  schema: TellingRecord,
  indexes: { byState: ['state', 'day'] },
})
