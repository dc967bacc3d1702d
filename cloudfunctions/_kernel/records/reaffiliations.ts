import { z } from 'zod'
import { AccountId, FileId, UnionId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { ReaffiliationState } from '../../../shared/org/reaffiliation'
import { collection } from '../store/port'
import { WalkLevel } from './review-rounds'

/** 变更隶属: a union that goes from one upper union to another. */
export const ReaffiliationRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  unionName: z.string(),
  from: UnionId,
  fromName: z.string(),
  to: UnionId,
  toName: z.string(),
  state: ReaffiliationState,
  reason: z.string(),
  papers: z.array(z.strictObject({ paper: z.enum(['report', 'reply']), file: FileId })),
  by: AccountId,
  askedAt: IsoTime,
  /** Why the other side did not take it. */
  refusal: z.string().optional(),
  /** How far the lines of the unions below are rewritten, and how often that was noted. */
  levels: z.array(WalkLevel),
  step: z.number().int().min(0),
})
export type ReaffiliationRecord = z.infer<typeof ReaffiliationRecord>
export const reaffiliations = collection<ReaffiliationRecord>({
  name: 'reaffiliations',
  schema: ReaffiliationRecord,
  indexes: { byState: ['state', 'askedAt'], all: [] },
})
