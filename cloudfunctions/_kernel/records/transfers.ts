import { z } from 'zod'
import { AccountId, PersonId, Revision, TransferId, UnionId, UnitId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { Situation } from '../../../shared/membership/joining'
import { FollowUp } from '../../../shared/membership/routing-types'
import {
  FactError,
  LeavingSide,
  ReceivingSide,
  TransferState,
  TransferStepKind,
} from '../../../shared/membership/transfer'
import { collection } from '../store/port'

const NamedUnion = z.strictObject({ union: UnionId, name: z.string() })

const TransferStep = z.strictObject({
  kind: TransferStepKind,
  at: IsoTime,
  by: z.union([AccountId, z.literal('clock')]),
  /** Who acted, or where it went; absent for the member’s own acts. */
  union: UnionId.optional(),
  unionName: z.string().optional(),
  error: FactError.optional(),
})
export type TransferStep = z.infer<typeof TransferStep>

/** What is sealed of a transfer. Of a closed one only what people wrote to each other is left; where somebody works stands with the membership. */
export const TransferSecrets = z.strictObject({
  situation: Situation.optional(),
  facts: z.array(z.strictObject({ heading: z.string(), text: z.string() })),
  /** 这不对, in the member’s words. */
  objection: z.string().optional(),
  /** What was written with a step, by the number of the step. */
  notes: z.record(z.string(), z.string()),
})
export type TransferSecrets = z.infer<typeof TransferSecrets>

/** 转会: on its way from one union to another, or from 保留 back to work. It names nobody in clear. */
export const TransferRecord = z.strictObject({
  _id: TransferId,
  person: PersonId,
  /** Who asked for it. */
  account: AccountId,
  change: z.enum(['move', 'resume']),
  from: NamedUnion,
  /** Absent while the upper union has not named one. */
  to: NamedUnion.optional(),
  /** Who settles, once there is something to settle. */
  reviewer: NamedUnion.optional(),
  /** What the rules offered besides, for whoever settles. */
  offered: z.array(NamedUnion),
  state: TransferState,
  leaving: LeavingSide,
  receiving: ReceivingSide,
  revision: Revision,
  requestedAt: IsoTime,
  /** The last day on which the union that is left may report an error; absent where it need not be asked. */
  releasesOn: IsoDate.optional(),
  /** By when the union that receives has to say. */
  acceptBy: IsoDate,
  updatedAt: IsoTime,
  unit: UnitId.optional(),
  unitName: z.string(),
  followUps: z.array(FollowUp),
  /** 为什么转到那里, with the clause that it rests on. */
  sentence: z.string(),
  clause: z.string().optional(),
  policyVersion: z.string(),
  /** The tasks that are open for it now. */
  tasks: z.strictObject({
    'transfer-out': z.string().optional(),
    'transfer-in': z.string().optional(),
    'transfer-dispute': z.string().optional(),
  }),
  steps: z.array(TransferStep).min(1),
  /** Sealed JSON of TransferSecrets at transfers/{_id}/secrets. */
  secrets: z.string(),
})
export type TransferRecord = z.infer<typeof TransferRecord>

export const transfers = collection<TransferRecord>({
  name: 'transfers',
  schema: TransferRecord,
  indexes: {
    byPerson: ['person', 'requestedAt'],
    silent: ['state', 'leaving', 'releasesOn'],
    closed: ['state', 'updatedAt'],
    byUnit: ['unit', 'state'],
    all: [],
  },
})
