import { z } from 'zod'
import {
  AccountId,
  ApplicationId,
  FileId,
  PersonId,
  Revision,
  TransferId,
  UnionId,
  UnitId,
} from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { ApplicationState, RejectReason, ReturnReason, TimelineKind } from '../../../shared/membership/application'
import { Education, Elsewhere, Household, JoinForm } from '../../../shared/membership/joining'
import { withLocks } from '../migrations/0002-lock-keys'
import { withDesk } from '../migrations/0003-desk'
import { collection } from '../store/port'

const UnionLabel = z.strictObject({ union: UnionId, name: z.string() })

/** 分流依据 as it stood when the application was sent: action, rules and policy version make the decision reproducible. */
export const StoredRoute = z.strictObject({
  action: z.string(),
  primary: UnionId.optional(),
  alternatives: z.array(UnionLabel),
  rules: z.array(z.string()),
  flags: z.array(z.string()),
  followUps: z.array(z.string()),
  sentence: z.string(),
  clauses: z.array(z.strictObject({ title: z.string(), quote: z.string().optional() })),
  notes: z.array(z.string()),
  policyVersion: z.string(),
})
export type StoredRoute = z.infer<typeof StoredRoute>

export const StoredStep = z.strictObject({
  kind: TimelineKind,
  at: IsoTime,
  by: z.union([AccountId, z.literal('clock')]),
  union: UnionId.optional(),
  unionName: z.string().optional(),
  returnReasons: z.array(ReturnReason).optional(),
  rejectReasons: z.array(RejectReason).optional(),
  note: z.string().optional(),
})
export type StoredStep = z.infer<typeof StoredStep>

/** 入会申请. */
export const ApplicationRecord = z.strictObject({
  _id: ApplicationId,
  /** Who sent it. Absent where an officer entered somebody who signed on paper (代办): that one was approved from the first. */
  account: AccountId.optional(),
  enteredBy: AccountId.optional(),
  /** 有无微信 (003 annex 2), as the officer was told. */
  hasWechat: z.boolean().optional(),
  /** Which union it is for: there the membership will be. */
  union: UnionId,
  unionName: z.string(),
  /** Who has to decide now: the same union, until what is overdue goes up. */
  desk: UnionId,
  deskName: z.string(),
  /** 已上交: the union whose desk it left, which goes on seeing it. */
  raisedFrom: UnionId.optional(),
  /** True while a human has to say which union it belongs to (objection, manual review). */
  undecided: z.boolean(),
  state: ApplicationState,
  revision: Revision,
  submittedAt: IsoTime,
  dueOn: IsoDate,
  updatedAt: IsoTime,
  intent: z.enum(['join', 'resume']),
  category: z.string(),
  unit: UnitId.optional(),
  /** 派遣单位. */
  agency: UnitId.optional(),
  unitName: z.string(),
  facts: z.array(z.strictObject({ heading: z.string(), text: z.string() })),
  /** Sealed JSON of ApplicantSecrets at applications/{_id}/secrets. */
  secrets: z.string(),
  /** Keyed digests of the number, one per lock key: claims and duplicates are found by them, nothing is read from them. */
  locks: z.array(z.string()).min(1),
  identityWarnings: z.array(z.string()),
  education: Education,
  household: Household,
  nationality: z.string(),
  mobileVerified: z.boolean(),
  route: StoredRoute,
  objection: z.string().optional(),
  /** 会员证、会籍证明的照片, of somebody from outside this system; gone with a refusal or a withdrawal. */
  proof: FileId.optional(),
  letter: z.strictObject({
    version: z.string(),
    title: z.string(),
    text: z.string(),
    agreedAt: IsoTime,
    signature: FileId.optional(),
    /** The signed paper’s picture, where it was signed on paper. */
    paper: FileId.optional(),
    privacyVersion: z.string(),
  }),
  timeline: z.array(StoredStep),
  remindedOn: IsoDate.optional(),
  committee: z.strictObject({ decidedOn: IsoDate, note: z.string().optional() }).optional(),
  /** After approval: when, for whom, and the union above, which holds the second copy of the letter. */
  approvedOn: IsoDate.optional(),
  person: PersonId.optional(),
  memberNumber: z.string().optional(),
  above: UnionId.optional(),
})
export type ApplicationRecord = z.infer<typeof ApplicationRecord>

/** One that somebody sent themselves: whatever waits for a decision is such a one. */
export type SentApplication = ApplicationRecord & { readonly account: AccountId }

export function isSent(application: ApplicationRecord): application is SentApplication {
  return application.account !== undefined
}

/** What is sealed of an applicant: the identity in normal form, and the answers as they were typed. */
export const ApplicantSecrets = z.strictObject({
  name: z.string(),
  number: z.string(),
  maskedNumber: z.string(),
  documentKind: z.string(),
  birth: IsoDate.optional(),
  sex: z.enum(['male', 'female']).optional(),
  mobile: z.string(),
  answers: JoinForm.pick({ situation: true, retired: true, identity: true, details: true }).extend({
    elsewhere: Elsewhere.omit({ proof: true }).optional(),
  }),
})
export type ApplicantSecrets = z.infer<typeof ApplicantSecrets>

export const applications = collection<ApplicationRecord>({
  name: 'applications',
  schema: ApplicationRecord,
  upgrade: (document) => withDesk(withLocks(document)),
  indexes: {
    inbox: ['desk', 'state', 'dueOn'],
    ofUnion: ['union', 'state'],
    byDue: ['state', 'dueOn'],
    raised: ['raisedFrom', 'state', 'dueOn'],
    byAccount: ['account', 'submittedAt'],
    byUnit: ['unit', 'state'],
    byAgency: ['agency', 'state'],
    approvedAt: ['union', 'approvedOn'],
    approvedBelow: ['above', 'approvedOn'],
    closed: ['state', 'updatedAt'],
    all: [],
  },
})

/**
 * 在办锁: `_id` is `person:{lock}` or `account:{account}`; its insert allows one open application per person and per account. A transfer takes the account’s, and
 * `transfer:{person}` besides: an account may be bound anew meanwhile.
 */
export const ClaimRecord = z.strictObject({ _id: z.string(), application: z.union([ApplicationId, TransferId]) })
export type ClaimRecord = z.infer<typeof ClaimRecord>

export const claims = collection<ClaimRecord>({ name: 'claims', schema: ClaimRecord, indexes: { all: [] } })

/** 草稿: sealed whole at drafts/{account}/draft. */
export const DraftRecord = z.strictObject({
  _id: AccountId,
  step: z.string(),
  draft: z.string(),
  /** The picture that the draft names: kept as long as the draft. */
  proof: FileId.optional(),
  savedAt: IsoTime,
})
export type DraftRecord = z.infer<typeof DraftRecord>

export const drafts = collection<DraftRecord>({
  name: 'drafts',
  schema: DraftRecord,
  indexes: { bySaving: ['savedAt'], all: [] },
})
