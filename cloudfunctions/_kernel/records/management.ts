import { z } from 'zod'
import { AccountId, ManagementId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { ManagementFacts, ManagementKind } from '../../../shared/home/management/facts'
import { collection } from '../store/port'

/** 民主管理的一条: 职工董事监事、厂务公开、集体合同、民主评议. Written once; what was wrong is dropped and written anew. It names nobody. */
export const ManagementRecord = z.strictObject({
  _id: ManagementId,
  union: UnionId,
  kind: ManagementKind,
  day: IsoDate,
  facts: ManagementFacts,
  recordedAt: IsoTime,
  recordedBy: AccountId,
})
export type ManagementRecord = z.infer<typeof ManagementRecord>
export const managementRecords = collection<ManagementRecord>({
  name: 'managementRecords',
  schema: ManagementRecord,
  indexes: { byUnion: ['union', 'kind', 'day'] },
})
