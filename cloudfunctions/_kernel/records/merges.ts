import { z } from 'zod'
import { AccountId, ApplicationId, PersonId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { Situation } from '../../../shared/membership/joining'
import { collection } from '../store/port'
import { MembershipRecord, RosterSecrets } from './memberships'

/** 疑似: one of the digests by which two records of one person find each other. `_id` is `{digest}:{person}`. */
export const LikenessRecord = z.strictObject({ _id: z.string(), digest: z.string(), person: PersonId })
export type LikenessRecord = z.infer<typeof LikenessRecord>
export const likenesses = collection<LikenessRecord>({
  name: 'likenesses',
  schema: LikenessRecord,
  indexes: { byDigest: ['digest', 'person'] },
})

/** 合并: of two persons, or of two units; kept until it cannot be undone any more. */
export const MergeRecord = z.strictObject({
  _id: z.string(),
  kind: z.enum(['person', 'unit']),
  /** Whose officer did it, and may undo it. */
  union: UnionId,
  kept: z.string(),
  merged: z.string(),
  by: AccountId,
  at: IsoTime,
  expiresAt: IsoTime,
  /** Units: members are moved by the clock, and back. */
  moving: z.enum(['forward', 'back', 'no']),
  /** What stood there before: sealed JSON of PersonImages or UnitImages at merges/{_id}/images. */
  images: z.string(),
})
export type MergeRecord = z.infer<typeof MergeRecord>
export const merges = collection<MergeRecord>({
  name: 'merges',
  schema: MergeRecord,
  indexes: { byUnion: ['union', 'at'], byExpiry: ['expiresAt'], byMoving: ['moving', 'at'], all: [] },
})

/** Two persons as they were: seals are opened here, since a seal inside a seal would miss a change of keys. */
export const PersonImages = z.strictObject({
  kept: z.strictObject({
    since: IsoDate,
    memberNumber: z.string(),
    account: AccountId.optional(),
  }),
  merged: z.strictObject({
    membership: MembershipRecord.omit({ roster: true, situation: true }),
    roster: RosterSecrets,
    situation: Situation.optional(),
    account: AccountId.optional(),
  }),
  /** The entry that tells of the merge. */
  event: z.string(),
  /** Entries and applications that were the merged person’s. */
  events: z.array(z.string()),
  applications: z.array(ApplicationId),
})
export type PersonImages = z.infer<typeof PersonImages>
