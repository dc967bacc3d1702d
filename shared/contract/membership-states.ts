import { z } from 'zod'
import { ApplicationId, PersonId, UnionId, UnitId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { FilingObjection } from '../membership/expulsion'
import { ChangeReason, MembershipState } from '../membership/life'
import { LookKind, TaskKind } from '../membership/task'
import { PaperPicture } from './picture'
import { command, officerOf, onPhone, query, signedIn } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const byOfficer = officerOf(ofUnion, 'memberships')
const OfPerson = { union: UnionId, person: PersonId }
const OfTask = { union: UnionId, task: z.string().min(1).max(120) }

/** 原因 of 保留会籍, one tap each. */
export const RetainReason = ChangeReason.extract(['retired', 'unemployed', 'army', 'unit-closed'])
export type RetainReason = z.infer<typeof RetainReason>
export const ExpelReason = ChangeReason.extract(['criminal', 'against-charter'])
export type ExpelReason = z.infer<typeof ExpelReason>

/** What the officer of the holding union records; what takes two sides or a committee has procedures of its own. */
export const RecordedChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('retain'), reason: RetainReason, on: IsoDate }),
  z.strictObject({ kind: z.literal('resume'), on: IsoDate }),
  /** 六个月以上不交会费、不参加活动，经教育不改. */
  z.strictObject({ kind: z.literal('leave'), on: IsoDate }),
  z.strictObject({ kind: z.literal('decease'), on: IsoDate }),
])
export type RecordedChange = z.infer<typeof RecordedChange>

/** 合同期限 and 借调, kept because a day in them asks for a look later. */
const KeptFact = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('contract'), until: IsoDate }),
  z.strictObject({ kind: z.literal('secondment'), host: UnitId.optional(), since: IsoDate }),
])

/** 看一看的结果: what the officer found out when a contract ran out, a secondment reached six months, or a member said that they work elsewhere. */
const LookAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('renewed'), until: IsoDate }),
  z.strictObject({ kind: z.literal('gone'), reason: RetainReason, on: IsoDate }),
  /** 已到别的单位: the member is asked to transfer there; nothing moves by itself. */
  z.strictObject({ kind: z.literal('elsewhere') }),
  z.strictObject({ kind: z.literal('secondment-goes-on') }),
  z.strictObject({ kind: z.literal('secondment-over') }),
  z.strictObject({ kind: z.literal('workplace-right') }),
  /** 不在那里工作: an error of fact; the member is told and says it anew. */
  z.strictObject({ kind: z.literal('workplace-wrong') }),
])
export type LookAnswer = z.infer<typeof LookAnswer>

const Named = z.object({
  person: PersonId,
  name: z.string(),
  maskedNumber: z.string(),
  mobile: z.string(),
  memberNumber: z.string(),
  unitName: z.string(),
  since: IsoDate,
})

/** 会籍变动的一条. */
export const HistoryLine = z.object({
  at: IsoTime,
  text: z.string(),
  clause: z.string().optional(),
  /** A paper is kept with it. */
  paper: z.boolean(),
})

/** 委托管理, in names. */
export const Entrusted = z.object({ unionName: z.string(), payingUnit: z.string(), since: IsoDate })

const Affair = z.object({
  id: z.string(),
  kind: z.union([TaskKind, z.enum(['application', 'data-request', 'unconfirmed'])]),
  unionName: z.string(),
  since: IsoTime.optional(),
  dueOn: IsoDate.optional(),
  application: ApplicationId.optional(),
})

/** 会籍变动: procedures of the membership function that change a membership’s state, and the member’s own view of it. */
export const statesProcedures = {
  myMembership: query({
    summary: 'My membership in whatever state it is, its history entry by entry with the clause of each',
    access: signedIn,
    input: z.strictObject({}),
    output: z.object({
      membership: z
        .object({
          maskedName: z.string(),
          state: MembershipState,
          reason: ChangeReason.optional(),
          changedOn: IsoDate.optional(),
          memberNumber: z.string(),
          since: IsoDate,
          union: UnionId,
          unionName: z.string(),
          unitName: z.string(),
          employment: z.string(),
          contractUntil: IsoDate.optional(),
          secondedSince: IsoDate.optional(),
          entrusted: Entrusted.optional(),
          application: ApplicationId.optional(),
          /** 退会申请 that waits for the union. */
          leaving: z.object({ dueOn: IsoDate }).optional(),
          history: z.array(HistoryLine),
          historyCursor: z.string().optional(),
        })
        .optional(),
    }),
    errors: [],
  }),
  myHistory: query({
    summary: 'Older entries of my membership’s history, a page at a time',
    access: signedIn,
    input: z.strictObject({ cursor: z.string().min(1).max(60) }),
    output: z.object({ history: z.array(HistoryLine), historyCursor: z.string().optional() }),
    errors: [],
  }),
  myAffairs: query({
    summary: 'What is under way about me or waits for me: tasks of officers, my application, my requests',
    access: signedIn,
    input: z.strictObject({}),
    output: z.object({ affairs: z.array(Affair) }),
    errors: [],
  }),
  askToLeave: command({
    summary: '退会申请: the union announces it, or the clock does when the days for a talk are over',
    access: onPhone,
    input: z.strictObject({}),
    output: z.object({ unionName: z.string(), dueOn: IsoDate }),
    errors: ['NOT_A_MEMBER', 'LEAVING_ASKED'],
  }),
  takeBackLeaving: command({
    summary: 'I stay: takes my request to leave back, as long as it is not announced',
    access: onPhone,
    input: z.strictObject({}),
    output: z.object({ unionName: z.string() }),
    errors: ['TASK_CLOSED'],
  }),
  leaving: query({
    summary: 'Who asks to leave, and until when there is time for a talk',
    answers: 'sealed',
    access: byOfficer,
    input: z.strictObject(OfTask),
    output: Named.extend({ askedAt: IsoTime, dueOn: IsoDate, open: z.boolean() }),
    errors: [],
  }),
  announceLeaving: command({
    summary: '宣布退会: ends the membership that its holder asked to leave',
    access: byOfficer,
    input: z.strictObject(OfTask),
    output: z.object({}),
    errors: ['TASK_CLOSED', 'MEMBERSHIP_MOVED', 'MEMBERSHIP_ENDED'],
  }),
  changeMembership: command({
    summary: 'What happened to a member of this union: kept, taken up again, left after six months away, deceased',
    access: byOfficer,
    input: z.strictObject({ ...OfPerson, change: RecordedChange, document: PaperPicture.optional() }),
    output: z.object({ state: MembershipState }),
    errors: [
      'DAY_INVALID',
      'DOCUMENT_MISSING',
      'DOCUMENT_INVALID',
      'MEMBERSHIP_ENDED',
      'MEMBERSHIP_MOVED',
      'MEMBERSHIP_RETAINED',
      'NOT_RETAINED',
      'STILL_MEMBER_HERE',
    ],
  }),
  proposeExpulsion: command({
    summary:
      'The committee’s decision to expel, with its paper, reported to the union above; the membership stands until it is filed',
    access: byOfficer,
    input: z.strictObject({ ...OfPerson, reason: ExpelReason, decidedOn: IsoDate, document: PaperPicture }),
    output: z.object({ above: z.string(), dueOn: IsoDate }),
    errors: [
      'COMMITTEE_DATE_INVALID',
      'DOCUMENT_INVALID',
      'EXPULSION_PROPOSED',
      'MEMBERSHIP_ENDED',
      'MEMBERSHIP_MOVED',
      'NO_UNION_ABOVE',
    ],
  }),
  filing: query({
    summary: 'An expulsion that a union below reported: who, why, when decided, and the paper',
    answers: 'sealed',
    access: byOfficer,
    input: z.strictObject(OfTask),
    output: Named.omit({ mobile: true }).extend({
      unionName: z.string(),
      reason: ExpelReason,
      decidedOn: IsoDate,
      reportedAt: IsoTime,
      dueOn: IsoDate,
      open: z.boolean(),
      document: z.string(),
    }),
    errors: [],
  }),
  settleFiling: command({
    summary: '开除备案: filed, the membership ends; or sent back to the committee with what is missing',
    access: byOfficer,
    input: z.strictObject({
      ...OfTask,
      verdict: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('file') }),
        z.strictObject({ kind: z.literal('send-back'), objection: FilingObjection }),
      ]),
    }),
    output: z.object({}),
    errors: ['TASK_CLOSED', 'MEMBERSHIP_MOVED', 'MEMBERSHIP_ENDED'],
  }),
  findEnded: query({
    summary:
      'A membership that ended in a union below, found by its whole member number, to take back what was recorded in error',
    answers: 'sealed',
    access: byOfficer,
    input: z.strictObject({ union: UnionId, memberNumber: z.string().trim().min(1, '请写会员号').max(20) }),
    output: Named.omit({ mobile: true }).extend({
      unionName: z.string(),
      state: MembershipState,
      history: z.array(HistoryLine),
    }),
    errors: [],
  }),
  reinstateMembership: command({
    summary: 'The union above takes back an end that was recorded in error',
    access: byOfficer,
    input: z.strictObject(OfPerson),
    output: z.object({}),
    errors: ['MEMBERSHIP_MOVED', 'STILL_MEMBER_HERE', 'UNION_NOT_ACTIVE'],
  }),
  keepOnFile: command({
    summary: '合同期限、借调: kept with an active membership, so that the clock asks for a look when the time comes',
    access: byOfficer,
    input: z.strictObject({ ...OfPerson, fact: KeptFact }),
    output: z.object({}),
    errors: ['DAY_INVALID', 'UNIT_UNKNOWN', 'MEMBERSHIP_MOVED', 'MEMBERSHIP_RETAINED', 'MEMBERSHIP_ENDED'],
  }),
  look: query({
    summary:
      'A contract that ran out, a secondment that reached six months or a new workplace: whose, and what is on file',
    answers: 'sealed',
    access: byOfficer,
    input: z.strictObject(OfTask),
    output: Named.extend({
      kind: LookKind,
      open: z.boolean(),
      dueOn: IsoDate,
      contractUntil: IsoDate.optional(),
      seconded: z.object({ hostName: z.string(), since: IsoDate }).optional(),
      /** Where they worked before the change that asks for this look. */
      earlierUnitName: z.string().optional(),
    }),
    errors: [],
  }),
  settleLook: command({
    summary:
      'What was found: renewed, gone, gone elsewhere; the secondment goes on or is over; the new workplace is right or not',
    access: byOfficer,
    input: z.strictObject({ ...OfTask, answer: LookAnswer }),
    output: z.object({}),
    errors: [
      'DAY_INVALID',
      'DOCUMENT_MISSING',
      'MEMBERSHIP_ENDED',
      'MEMBERSHIP_MOVED',
      'MEMBERSHIP_RETAINED',
      'REASON_INVALID',
      'TASK_CLOSED',
    ],
  }),
} as const
