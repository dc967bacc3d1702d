import { z } from 'zod'
import { ApplicationId, PersonId, Revision, UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { ApplicationState, RejectReason, ReturnReason, TimelineKind } from '../membership/application'
import {
  Education,
  Elsewhere,
  Household,
  IdentityAnswers,
  PersonalDetails,
  Signature,
  Situation,
} from '../membership/joining'

/** What the membership procedures answer and take, named where a page or a handler needs the name. */

export const UnionLabel = z.object({ union: UnionId, name: z.string() })
export type UnionLabel = z.infer<typeof UnionLabel>

export const Clause = z.object({ title: z.string(), quote: z.string().optional() })

/** 分流结果: which union, why, by which clause, and what else may be chosen. */
export const RouteView = z.object({
  action: z.enum([
    'JOIN',
    'TRANSFER',
    'RESUME_TRANSFER',
    'KEEP',
    'CHOOSE',
    'RETAIN',
    'REROUTE',
    'BLOCK_DUPLICATE',
    'MANUAL_REVIEW',
    'NEED_INFO',
    'REJECT',
  ]),
  primary: UnionLabel.optional(),
  alternatives: z.array(UnionLabel),
  sentence: z.string(),
  clauses: z.array(Clause),
  /** What follows later, in plain words: entrusted management, transfer when the employer founds a union. */
  notes: z.array(z.string()),
  /** Who decides when the person says 这不对, or when the rules ask for a human decision. */
  reviewer: UnionLabel.optional(),
  /** The form can be sent as it stands. */
  canSubmit: z.boolean(),
  dueOn: IsoDate,
  workingDays: z.number().int(),
  consentForm: z.enum(['tick', 'signature']),
  policyVersion: z.string(),
})
export type RouteView = z.infer<typeof RouteView>

export const LetterView = z.object({
  version: z.string(),
  title: z.string(),
  text: z.string(),
  consentForm: z.enum(['tick', 'signature']),
  privacyVersion: z.string(),
  privacy: z.array(z.object({ heading: z.string(), text: z.string() })),
})
export type LetterView = z.infer<typeof LetterView>

/** 委员会决定: approval is an act of the committee, the officer records it (D2, 章程 §2). */
export const CommitteeDecision = z.strictObject({
  decidedOn: IsoDate,
  note: z.string().trim().max(200, '最多 200 个字').optional(),
})
export type CommitteeDecision = z.infer<typeof CommitteeDecision>

export const Verdict = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('approve'), committee: CommitteeDecision }),
  z.strictObject({
    kind: z.literal('return'),
    reasons: z.array(ReturnReason).min(1, '请选一个原因').max(7),
    note: z.string().trim().max(200).optional(),
  }),
  z.strictObject({
    kind: z.literal('reject'),
    reasons: z.array(RejectReason).min(1, '请选一个原因').max(4),
    note: z.string().trim().max(200).optional(),
  }),
])
export type Verdict = z.infer<typeof Verdict>

export const TimelineStep = z.object({
  kind: TimelineKind,
  at: IsoTime,
  /** Union that acted or that it went to; absent for the worker's own acts. */
  unionName: z.string().optional(),
  reasons: z.array(z.string()).optional(),
  note: z.string().optional(),
})
export type TimelineStep = z.infer<typeof TimelineStep>

/** What an officer sees of the person: masked, with the machine's checks. */
export const ApplicantView = z.object({
  maskedName: z.string(),
  /** Officers who decide read the whole name; the number stays masked. */
  name: z.string(),
  maskedNumber: z.string(),
  documentName: z.string(),
  sex: z.enum(['male', 'female']).optional(),
  age: z.number().int().optional(),
  nationality: z.string(),
  mobile: z.string(),
  mobileVerified: z.boolean(),
  education: Education,
  household: Household,
})

/** 查重提示: what is on file under the same number. */
export const DuplicateHint = z.enum(['none', 'already-member', 'retained', 'applying-elsewhere'])
export type DuplicateHint = z.infer<typeof DuplicateHint>

export const InboxRow = z.object({
  application: ApplicationId,
  revision: Revision,
  maskedName: z.string(),
  category: z.string(),
  place: z.string(),
  submittedAt: IsoTime,
  dueOn: IsoDate,
  workingDaysLeft: z.number().int(),
  identityClear: z.boolean(),
  duplicate: DuplicateHint,
  resubmitted: z.boolean(),
  reminded: z.boolean(),
  objection: z.boolean(),
  /** From outside this system: there is a certificate to look at, so that it is not approved in a batch by one tap. */
  elsewhere: z.boolean(),
  /** The union below that did not decide in time. */
  from: z.string().optional(),
})
export type InboxRow = z.infer<typeof InboxRow>

export const ApplicationView = z.object({
  application: ApplicationId,
  revision: Revision,
  state: ApplicationState,
  /** Where the membership will be. */
  union: UnionLabel,
  applicant: ApplicantView,
  category: z.string(),
  /** 所属单位 and the other facts of the situation, each with its heading. */
  facts: z.array(z.object({ heading: z.string(), text: z.string() })),
  identityWarnings: z.array(z.string()),
  duplicate: DuplicateHint,
  route: z.object({
    sentence: z.string(),
    clauses: z.array(Clause),
    notes: z.array(z.string()),
    rules: z.array(z.string()),
  }),
  alternatives: z.array(UnionLabel),
  objection: z.string().optional(),
  /** 转入前的会籍, as they told it; the picture as a data URI, where they took one. */
  elsewhere: z.object({ unionName: z.string(), since: IsoDate.optional(), picture: z.string().optional() }).optional(),
  /** No union was decided yet: the upper union assigns one first. */
  undecided: z.boolean(),
  letter: z.object({
    version: z.string(),
    title: z.string(),
    text: z.string(),
    agreedAt: IsoTime,
    signature: Signature.optional(),
  }),
  timeline: z.array(TimelineStep),
  submittedAt: IsoTime,
  dueOn: IsoDate,
  workingDaysLeft: z.number().int(),
  committee: CommitteeDecision.optional(),
  memberNumber: z.string().optional(),
})
export type ApplicationView = z.infer<typeof ApplicationView>

/** The worker's own view of an application: the same facts, and the answers again where it was returned. */
export const MyApplication = z.object({
  application: ApplicationId,
  revision: Revision,
  state: ApplicationState,
  union: UnionLabel,
  /** Who decides now: the same union, or one above it after the due date. */
  desk: UnionLabel,
  chair: z.string().optional(),
  unionPhone: z.string().optional(),
  reviewer: UnionLabel.optional(),
  undecided: z.boolean(),
  timeline: z.array(TimelineStep),
  submittedAt: IsoTime,
  dueOn: IsoDate,
  workingDaysLeft: z.number().int(),
  returnedFor: z.object({ reasons: z.array(ReturnReason), note: z.string().optional() }).optional(),
  facts: z.array(z.object({ heading: z.string(), text: z.string() })),
  route: z.object({ sentence: z.string(), clauses: z.array(Clause) }),
  letter: z.object({
    version: z.string(),
    title: z.string(),
    text: z.string(),
    agreedAt: IsoTime,
    signature: Signature.optional(),
  }),
  /** The answers as sent, to mend a returned application without typing them again; only the owner ever gets them. */
  answers: z
    .object({
      situation: Situation,
      retired: z.boolean(),
      identity: IdentityAnswers,
      details: PersonalDetails,
      elsewhere: Elsewhere.optional(),
    })
    .optional(),
  canRemind: z.boolean(),
})
export type MyApplication = z.infer<typeof MyApplication>

export const RosterRow = z.object({
  person: PersonId,
  name: z.string(),
  maskedNumber: z.string(),
  mobile: z.string(),
  unitName: z.string(),
  memberNumber: z.string(),
  since: IsoDate,
  state: z.enum(['active', 'retained', 'left', 'expelled', 'deceased']),
})
export type RosterRow = z.infer<typeof RosterRow>
