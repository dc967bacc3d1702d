import { z } from 'zod'
import { AccountId, PersonId, UnionId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { Education, Household } from '../../../shared/membership/joining'
import { collection } from '../store/port'

/** 自然人: everything that names somebody is sealed; the random id is all that other records know. */
export const PersonRecord = z.strictObject({
  _id: PersonId,
  /** Sealed JSON of PersonSecrets at persons/{_id}/secrets. */
  secrets: z.string(),
  /** Locks in `identifiers` that point here: one per lock key. */
  locks: z.array(z.string()).min(1),
  education: Education,
  household: Household,
  nationality: z.string(),
  account: AccountId.optional(),
  /** 合并到: this record is the same person’s as that one, whom its locks lead to. It keeps its own number and locks, so that they can be undone and rotated. */
  mergedInto: PersonId.optional(),
  /** Digests of what this record has in common with another of the same person, as `likenesses` holds them. */
  likenesses: z.array(z.string()).optional(),
  /** When an officer last changed the phone number: it proves nothing for a month. */
  mobileEditedAt: IsoTime.optional(),
  createdAt: IsoTime,
  updatedAt: IsoTime,
})
export type PersonRecord = z.infer<typeof PersonRecord>

/** What is sealed: opened only inside a handler, never logged, never answered whole except the name to deciding officers. */
export const PersonSecrets = z.strictObject({
  name: z.string(),
  number: z.string(),
  documentKind: z.string(),
  birth: z.string().optional(),
  sex: z.enum(['male', 'female']).optional(),
  mobile: z.string(),
})
export type PersonSecrets = z.infer<typeof PersonSecrets>

export const persons = collection<PersonRecord>({ name: 'persons', schema: PersonRecord, indexes: { all: [] } })

/** 证件锁: `_id` is the keyed digest of the normalised number; its insert is what makes a person unique. */
export const IdentifierRecord = z.strictObject({ _id: z.string(), person: PersonId, createdAt: IsoTime })
export type IdentifierRecord = z.infer<typeof IdentifierRecord>

export const identifiers = collection<IdentifierRecord>({
  name: 'identifiers',
  schema: IdentifierRecord,
  indexes: { all: [] },
})

/** 绑定: opened by one officer, taken by the person, confirmed by another officer. `_id` digests the code; it is removed when it is settled. */
export const BindingRecord = z.strictObject({
  _id: z.string(),
  person: PersonId,
  union: UnionId,
  openedBy: AccountId,
  openedAt: IsoTime,
  expiresAt: IsoTime,
  /** Who says “that is me”; absent until somebody does. */
  account: AccountId.optional(),
  /** Bindings that wait for the second officer are found by it. */
  waiting: z.boolean(),
})
export type BindingRecord = z.infer<typeof BindingRecord>
export const bindings = collection<BindingRecord>({
  name: 'bindings',
  schema: BindingRecord,
  indexes: { byUnion: ['union', 'waiting', 'openedAt'], byExpiry: ['expiresAt'] },
})
