import { z } from 'zod'
import { ApplicationId, PersonId, UnionId, UnitId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { collection } from '../store/port'

export const MembershipState = z.enum(['active', 'retained', 'left', 'expelled', 'deceased'])
export type MembershipState = z.infer<typeof MembershipState>

/** 会籍: one document per person, so that nobody ever holds two, whatever races happen. */
export const MembershipRecord = z.strictObject({
  _id: PersonId,
  union: UnionId,
  state: MembershipState,
  since: IsoDate,
  memberNumber: z.string(),
  unit: UnitId.optional(),
  unitName: z.string(),
  /** 就业状况 of annex 3, derived from the questions. */
  employment: z.string(),
  /** Routing category, and the follow-ups that later events look for. */
  category: z.string(),
  followUps: z.array(z.string()),
  application: ApplicationId.optional(),
  /** Sealed JSON of RosterSecrets at memberships/{_id}/roster: what a roster row shows, opened in one go. */
  roster: z.string(),
  updatedAt: IsoTime,
})
export type MembershipRecord = z.infer<typeof MembershipRecord>

export const RosterSecrets = z.strictObject({ name: z.string(), maskedNumber: z.string(), mobile: z.string() })
export type RosterSecrets = z.infer<typeof RosterSecrets>

export const memberships = collection<MembershipRecord>({
  name: 'memberships',
  schema: MembershipRecord,
  indexes: { byUnion: ['union', 'state', 'since'], byUnionUnit: ['union', 'unit', 'state', 'since'], all: [] },
})

/** 会籍变动: the history of a membership, one line per change. */
export const MembershipEventRecord = z.strictObject({
  _id: z.string(),
  person: PersonId,
  at: IsoTime,
  kind: z.enum(['joined', 'resumed']),
  union: UnionId,
  unionName: z.string(),
  fromUnion: UnionId.optional(),
  application: ApplicationId.optional(),
  decidedOn: IsoDate.optional(),
})
export type MembershipEventRecord = z.infer<typeof MembershipEventRecord>

export const membershipEvents = collection<MembershipEventRecord>({
  name: 'membershipEvents',
  schema: MembershipEventRecord,
  indexes: { byPerson: ['person', 'at'] },
})

/** 会员号: the document's existence is what makes a number unique. */
export const MemberNumberRecord = z.strictObject({ _id: z.string(), person: PersonId })
export type MemberNumberRecord = z.infer<typeof MemberNumberRecord>

export const memberNumbers = collection<MemberNumberRecord>({
  name: 'memberNumbers',
  schema: MemberNumberRecord,
  indexes: {},
})
