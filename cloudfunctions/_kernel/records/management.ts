import { z } from 'zod'
import { AccountId, ManagementId, Revision, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { ManagementFacts, ManagementKind } from '../../../shared/home/management/facts'
import { collection } from '../store/port'

/** How it stood until somebody amended it. */
const Before = z.strictObject({ facts: ManagementFacts, at: IsoTime, by: AccountId })

/** 民主管理的一条: 职工董事监事、厂务公开、集体合同、民主评议. It names nobody. */
export const ManagementRecord = z.strictObject({
  _id: ManagementId,
  union: UnionId,
  kind: ManagementKind,
  day: IsoDate,
  facts: ManagementFacts,
  recordedAt: IsoTime,
  recordedBy: AccountId,
  /** How often it was written, and by whom last; absent until it was amended. */
  version: Revision.optional(),
  changedAt: IsoTime.optional(),
  changedBy: AccountId.optional(),
  /** What stood there, the oldest first: nothing that was once told to the standard goes without a trace. */
  before: z.array(Before).optional(),
})
export type ManagementRecord = z.infer<typeof ManagementRecord>
export const versionOf = ({ version }: ManagementRecord): Revision => version ?? Revision.parse(1)

export const managementRecords = collection<ManagementRecord>({
  name: 'managementRecords',
  schema: ManagementRecord,
  indexes: { byUnion: ['union', 'kind', 'day'] },
})
