import { z } from 'zod'
import { ApplicationId, Revision, UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { ApplicationState } from '../membership/application'
import { IdentityAnswers, JoinDraft, JoinForm, Situation } from '../membership/joining'
import { CountedAt } from './counted-at'
import {
  ApplicationView,
  CommitteeDecision,
  InboxRow,
  LetterView,
  MyApplication,
  RouteView,
  UnionLabel,
  Verdict,
} from './membership-views'
import { bindingProcedures } from './membership-binding'
import { certificateProcedures } from './membership-certificate'
import { cleanProcedures } from './membership-clean'
import { entrustProcedures } from './membership-entrust'
import { eventProcedures } from './membership-events'
import { formProcedures } from './membership-forms'
import { exportProcedures } from './membership-exports'
import { importProcedures } from './membership-import'
import { figureProcedures } from './membership-figures'
import { onBehalfProcedures } from './membership-on-behalf'
import { privacyProcedures } from './membership-privacy'
import { reportProcedures } from './membership-reports'
import { rosterProcedures } from './membership-roster'
import { roundProcedures } from './membership-rounds'
import { statesProcedures } from './membership-states'
import { taskProcedures } from './membership-tasks'
import { unitProcedures } from './membership-units'
import { transferProcedures } from './membership-transfer'
import { command, officerOf, query, signedIn } from './procedure'

/** What a form can be refused for, when it is sent and when it is sent again. */
const formErrors = [
  'IDENTITY_INVALID',
  'MOBILE_INVALID',
  'UNIT_UNKNOWN',
  'REGION_UNKNOWN',
  'NEED_INFO',
  'UNION_NOT_OFFERED',
  'PERSON_UNDER_AGE',
  'NOT_ELIGIBLE',
  'ALREADY_ON_FILE',
  'APPLICATION_OPEN',
  'LETTER_OUTDATED',
  'CONSENT_MISSING',
  'SIGNATURE_MISSING',
  'SIGNATURE_INVALID',
  'OBJECTION_MISSING',
  'UNION_NOT_ACTIVE',
  'DAY_INVALID',
  'DOCUMENT_MISSING',
  'DOCUMENT_INVALID',
] as const

const union = z.object({ union: UnionId }).shape.union
const ofUnion = (input: { union: UnionId }) => input.union
const Reference = z.object({
  application: ApplicationId,
  state: ApplicationState,
  dueOn: IsoDate,
  unionName: z.string(),
})
const OfApplication = { union, application: ApplicationId }

export const membership = {
  name: 'membership',
  procedures: {
    ...bindingProcedures,
    ...rosterProcedures,
    ...exportProcedures,
    ...formProcedures,
    ...importProcedures,
    ...eventProcedures,
    ...privacyProcedures,
    ...transferProcedures,
    ...unitProcedures,
    ...taskProcedures,
    ...statesProcedures,
    ...entrustProcedures,
    ...onBehalfProcedures,
    ...certificateProcedures,
    ...cleanProcedures,
    ...roundProcedures,
    ...reportProcedures,
    ...figureProcedures,
    loadDraft: query({
      summary: 'What I typed so far',
      access: signedIn,
      input: z.strictObject({}),
      output: z.object({ draft: JoinDraft.optional(), savedAt: IsoTime.optional() }),
      answers: 'sealed',
      errors: [],
    }),
    saveDraft: command({
      summary: 'Keep what I typed so far, sealed; a newer draft replaces an older one',
      access: signedIn,
      input: z.strictObject({ draft: JoinDraft }),
      output: z.object({ savedAt: IsoTime }),
      errors: [],
    }),
    dropDraft: command({
      summary: 'Forget my draft',
      access: signedIn,
      input: z.strictObject({}),
      output: z.object({}),
      errors: [],
    }),
    previewRoute: query({
      summary:
        'Which union organises me and why. Standing on file shows only once the phone verified by WeChat matches',
      access: signedIn,
      input: z.strictObject({
        situation: Situation,
        retired: z.boolean(),
        identity: IdentityAnswers,
        memberElsewhere: z.boolean().optional(),
      }),
      output: RouteView,
      errors: ['IDENTITY_INVALID', 'MOBILE_INVALID', 'UNIT_UNKNOWN', 'REGION_UNKNOWN'],
    }),
    letter: query({
      summary: 'The application letter and the privacy notice in force for this union’s region',
      access: signedIn,
      input: z.strictObject({ union }),
      output: LetterView,
      errors: [],
    }),
    submit: command({
      summary: 'Send the application: the server parses the number and computes the route again',
      access: signedIn,
      input: z.strictObject({ form: JoinForm }),
      output: Reference,
      errors: formErrors,
    }),
    mine: query({
      summary: 'My latest application with its timeline; with the answers where it was returned',
      access: signedIn,
      input: z.strictObject({ application: ApplicationId.optional() }),
      output: z.object({ application: MyApplication.optional() }),
      answers: 'sealed',
      errors: [],
    }),
    resubmit: command({
      summary: 'Send a returned application again after mending it',
      access: signedIn,
      input: z.strictObject({ application: ApplicationId, seen: Revision, form: JoinForm }),
      output: Reference,
      errors: ['APPLICATION_CHANGED', 'APPLICATION_CLOSED', 'NOT_RETURNED', ...formErrors],
    }),
    withdraw: command({
      summary: 'Take my open application back',
      access: signedIn,
      input: z.strictObject({ application: ApplicationId, seen: Revision }),
      output: z.object({ state: ApplicationState }),
      errors: ['APPLICATION_CHANGED', 'APPLICATION_CLOSED'],
    }),
    remind: command({
      summary: '催一下: mark the application for the officers, once a day',
      access: signedIn,
      input: z.strictObject({ application: ApplicationId }),
      output: z.object({}),
      errors: ['APPLICATION_CLOSED', 'APPLICATION_CHANGED', 'ALREADY_REMINDED'],
    }),
    inbox: query({
      summary: 'Applications waiting for this union, the nearest due date first',
      access: officerOf(ofUnion, 'approve'),
      input: z.strictObject({ union, cursor: z.string().max(400).optional() }),
      output: z.object({
        rows: z.array(InboxRow),
        cursor: z.string().optional(),
        total: z.number().int(),
        overdue: z.number().int(),
        countedAt: CountedAt,
      }),
      errors: [],
    }),
    openApplication: query({
      summary: 'One application of this union: answers, identity check, duplicates, routing reason, letter',
      access: officerOf(ofUnion, 'approve'),
      input: z.strictObject(OfApplication),
      output: ApplicationView,
      answers: 'sealed',
      errors: [],
    }),
    decide: command({
      summary: 'The committee’s decision on an application, recorded by an officer',
      access: officerOf(ofUnion, 'approve'),
      input: z.strictObject({ ...OfApplication, seen: Revision, verdict: Verdict }),
      output: z.object({ state: ApplicationState, memberNumber: z.string().optional() }),
      errors: [
        'APPLICATION_CHANGED',
        'APPLICATION_CLOSED',
        'ALREADY_MEMBER',
        'EXPELLED_BEFORE',
        'RECORDED_DECEASED',
        'APPLYING_ELSEWHERE',
        'PERSON_UNDER_AGE',
        'UNION_NOT_ACTIVE',
        'COMMITTEE_DATE_INVALID',
        'ROUTE_UNDECIDED',
        'UNION_NOT_OFFERED',
        'IDENTITY_INVALID',
        'NEED_INFO',
      ],
    }),
    decideBatch: command({
      summary:
        'One committee decision for several applications; a result per row, one row’s refusal does not stop the others',
      access: officerOf(ofUnion, 'approve'),
      input: z.strictObject({
        union,
        committee: CommitteeDecision,
        items: z
          .array(z.strictObject({ application: ApplicationId, seen: Revision }))
          .min(1)
          .max(100, '一次最多 100 人'),
      }),
      output: z.object({
        results: z.array(
          z.discriminatedUnion('ok', [
            z.object({
              ok: z.literal(true),
              application: ApplicationId,
              maskedName: z.string(),
              memberNumber: z.string(),
            }),
            z.object({
              ok: z.literal(false),
              application: ApplicationId,
              maskedName: z.string().optional(),
              code: z.string(),
              message: z.string(),
            }),
          ]),
        ),
      }),
      errors: [],
    }),
    assignable: query({
      summary:
        'Unions this application may be assigned to: those the rules offered, and active unions below whose name contains the text',
      access: officerOf(ofUnion, 'assign'),
      input: z.strictObject({ ...OfApplication, text: z.string().trim().max(40).optional() }),
      output: z.object({ unions: z.array(UnionLabel) }),
      errors: [],
    }),
    assign: command({
      summary:
        'The upper union’s human decision on an objection or an undecided route: this union handles it; the clock keeps running',
      access: officerOf(ofUnion, 'assign'),
      input: z.strictObject({
        ...OfApplication,
        seen: Revision,
        to: UnionId,
        reason: z.string().trim().min(2, '请写明理由').max(200),
      }),
      output: z.object({ state: ApplicationState }),
      errors: ['APPLICATION_CHANGED', 'APPLICATION_CLOSED', 'UNION_NOT_ACTIVE', 'UNION_NOT_OFFERED', 'REASON_MISSING'],
    }),
  },
} as const
