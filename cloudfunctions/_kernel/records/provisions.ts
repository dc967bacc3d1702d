import { z } from 'zod'
import { AccountId, RegionId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { PolicyKeySchema } from '../../../shared/policy/schemas'
import { collection } from '../store/port'

/** 规定: proposed by one officer of the general union of a place, adopted by another. What is adopted never changes; a later one takes its place. */
export const ProvisionRecord = z.strictObject({
  _id: z.string(),
  /** Whose place it is for, and who sets it. */
  region: RegionId,
  union: UnionId,
  key: PolicyKeySchema,
  value: z.json(),
  effectiveFrom: IsoDate,
  /** 依据: the document’s name and clause. */
  clause: z.string(),
  state: z.enum(['proposed', 'adopted', 'rejected', 'withdrawn']),
  proposedBy: AccountId,
  proposedAt: IsoTime,
  decidedBy: AccountId.optional(),
  decidedAt: IsoTime.optional(),
  /** Why it was rejected. */
  reason: z.string().optional(),
})
export type ProvisionRecord = z.infer<typeof ProvisionRecord>

export const provisions = collection<ProvisionRecord>({
  name: 'provisions',
  schema: ProvisionRecord,
  indexes: { byRegion: ['region', 'state', 'effectiveFrom'], byUnion: ['union', 'state', 'proposedAt'] },
})
