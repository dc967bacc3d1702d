import { z } from 'zod'
import { PersonId, Revision, TransferId, UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { Situation, UnionChoice } from '../membership/joining'
import {
  FactError,
  LeavingError,
  LeavingSide,
  ReceivingError,
  ReceivingSide,
  TransferState,
  TransferStepKind,
} from '../membership/transfer'
import { Clause, UnionLabel } from './membership-views'
import { command, officerOf, query, signedIn } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const OfTransfer = { union: UnionId, transfer: TransferId }
const note = z.string().trim().max(200, '最多 200 个字').optional()

const routeErrors = ['MEMBER_FIRST', 'UNIT_UNKNOWN', 'REGION_UNKNOWN'] as const
const stepErrors = ['TRANSFER_CHANGED', 'TRANSFER_CLOSED', 'TRANSFER_ANSWERED', 'NOT_DISPUTED'] as const

const StepView = z.object({
  kind: TransferStepKind,
  at: IsoTime,
  unionName: z.string().optional(),
  error: FactError.optional(),
  note: z.string().optional(),
})

/** What both the member and the unions see of a transfer. */
const Sides = z.object({
  transfer: TransferId,
  revision: Revision,
  change: z.enum(['move', 'resume']),
  state: TransferState,
  leaving: LeavingSide,
  receiving: ReceivingSide,
  from: UnionLabel,
  to: UnionLabel.optional(),
  reviewer: UnionLabel.optional(),
  requestedAt: IsoTime,
  releasesOn: IsoDate.optional(),
  /** Of the notice: 0 on its last day; absent where no days are counted. */
  workingDaysLeft: z.number().int().optional(),
  acceptBy: IsoDate,
  unitName: z.string(),
  sentence: z.string(),
  steps: z.array(StepView),
})

/** 我的转会. */
export const MyTransfer = Sides
export type MyTransfer = z.infer<typeof MyTransfer>

/** 转会, as the officers of a union that has to do with it see it. */
export const TransferView = Sides.extend({
  /** What the union that asks may do here. */
  acts: z.object({ leaving: z.boolean(), receiving: z.boolean(), settling: z.boolean() }),
  member: z.object({
    person: PersonId,
    name: z.string(),
    maskedNumber: z.string(),
    mobile: z.string(),
    memberNumber: z.string(),
    since: IsoDate,
    /** Where the roster says that they work. */
    unitName: z.string(),
  }),
  facts: z.array(z.object({ heading: z.string(), text: z.string() })),
  objection: z.string().optional(),
  offered: z.array(UnionLabel),
})
export type TransferView = z.infer<typeof TransferView>

/** 我要转到哪里: what the rules make of where somebody works now. */
export const TransferRoute = z.object({
  from: UnionLabel,
  change: z.enum(['move', 'resume']),
  /** The unions somebody may take, the recommended one first; none where the membership stays. */
  offered: z.array(UnionLabel),
  /** The rules leave it to people. */
  review: z.boolean(),
  reviewer: UnionLabel.optional(),
  sentence: z.string(),
  clauses: z.array(Clause),
  notes: z.array(z.string()),
  /** Until when the union that is left may report an error; absent where it need not be asked. */
  releasesOn: IsoDate.optional(),
  noticeDays: z.number().int(),
  /** 还在原来的工会 (R30, R60, R61), but another workplace than the one on file: what would be recorded. */
  stays: z.object({ unitName: z.string(), earlierUnitName: z.string() }).optional(),
})
export type TransferRoute = z.infer<typeof TransferRoute>

/** 转会: procedures of the membership function by which a membership follows the work. */
export const transferProcedures = {
  myTransfer: query({
    summary: 'My union, whether I have to be asked about retirement, and my latest transfer with its clock',
    answers: 'sealed',
    access: signedIn,
    input: z.strictObject({}),
    output: z.object({
      standing: z
        .object({
          union: UnionId,
          unionName: z.string(),
          retained: z.boolean(),
          unitName: z.string(),
          asksRetired: z.boolean(),
        })
        .optional(),
      transfer: MyTransfer.optional(),
    }),
    errors: [],
  }),
  previewTransfer: query({
    summary: 'Where my membership goes, by where I work now',
    access: signedIn,
    input: z.strictObject({ situation: Situation, retired: z.boolean() }),
    output: TransferRoute,
    errors: routeErrors,
  }),
  requestTransfer: command({
    summary: 'I work there now: the union I leave gets notice, the one I come to is asked',
    access: signedIn,
    input: z.strictObject({ situation: Situation, retired: z.boolean(), choice: UnionChoice }),
    output: z.object({ transfer: TransferId, releasesOn: IsoDate.optional() }),
    errors: [
      ...routeErrors,
      'NEED_INFO',
      'TRANSFER_NOT_NEEDED',
      'UNION_NOT_OFFERED',
      'UNION_NOT_ACTIVE',
      'TRANSFER_OPEN',
      'APPLICATION_OPEN',
    ],
  }),
  changeWorkplace: command({
    summary: 'I work elsewhere, and my union stays the same: recorded at once, my union looks at it',
    access: signedIn,
    input: z.strictObject({ situation: Situation, retired: z.boolean() }),
    output: z.object({ unionName: z.string(), unitName: z.string() }),
    errors: [
      ...routeErrors,
      'TRANSFER_NEEDED',
      'WORKPLACE_SAME',
      'TRANSFER_OPEN',
      'MEMBERSHIP_MOVED',
      'MEMBERSHIP_RETAINED',
    ],
  }),
  withdrawTransfer: command({
    summary: 'Take my transfer back while it is open',
    access: signedIn,
    input: z.strictObject({ transfer: TransferId, seen: Revision }),
    output: z.object({ state: TransferState }),
    errors: stepErrors,
  }),
  transfer: query({
    summary: 'One transfer, for the union that is left, the one that receives and the one that settles',
    answers: 'sealed',
    access: officerOf(ofUnion, 'approve'),
    input: z.strictObject(OfTransfer),
    output: TransferView,
    errors: [],
  }),
  releaseTransfer: command({
    summary: 'The union that is left need not wait for the days of notice',
    access: officerOf(ofUnion, 'approve'),
    input: z.strictObject({ ...OfTransfer, seen: Revision }),
    output: z.object({ state: TransferState }),
    errors: stepErrors,
  }),
  acceptTransfer: command({
    summary: 'They work here',
    access: officerOf(ofUnion, 'approve'),
    input: z.strictObject({ ...OfTransfer, seen: Revision }),
    output: z.object({ state: TransferState }),
    errors: stepErrors,
  }),
  disputeTransfer: command({
    summary: 'An error of fact: the nearest common upper union settles it',
    access: officerOf(ofUnion, 'approve'),
    input: z.strictObject({
      ...OfTransfer,
      seen: Revision,
      error: z.discriminatedUnion('side', [
        z.strictObject({ side: z.literal('leaving'), what: LeavingError, note }),
        z.strictObject({ side: z.literal('receiving'), what: ReceivingError, note }),
      ]),
    }),
    output: z.object({ state: TransferState }),
    errors: stepErrors,
  }),
  settleTransfer: command({
    summary: 'The upper union: it goes on, it goes to another union, or it does not go',
    access: officerOf(ofUnion, 'assign'),
    input: z.strictObject({
      ...OfTransfer,
      seen: Revision,
      verdict: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('uphold') }),
        z.strictObject({ kind: z.literal('assign'), to: UnionId }),
        z.strictObject({ kind: z.literal('stop') }),
      ]),
      reason: z.string().trim().min(2, '请写明理由').max(200),
    }),
    output: z.object({ state: TransferState }),
    errors: [...stepErrors, 'UNION_NOT_OFFERED', 'UNION_NOT_ACTIVE'],
  }),
  transferTargets: query({
    summary: 'Unions this transfer may be sent to: those the rules offered, and active unions below',
    access: officerOf(ofUnion, 'assign'),
    input: z.strictObject({ ...OfTransfer, text: z.string().trim().max(40).optional() }),
    output: z.object({ unions: z.array(UnionLabel) }),
    errors: [],
  }),
} as const
