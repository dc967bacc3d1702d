import { z } from 'zod'
import { AccountId, PersonId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { CorrectedField, RequestKind, RequestState } from '../../../shared/membership/data-request'
import { collection } from '../store/port'

/** 个人信息请求: to a union, about the person behind an account. */
export const DataRequestRecord = z.strictObject({
  _id: z.string(),
  account: AccountId,
  person: PersonId.optional(),
  union: UnionId,
  unionName: z.string(),
  /** 已上交: the union above that may answer as well, since nobody was in office at the one that was asked. */
  raisedTo: UnionId.optional(),
  raisedAt: IsoTime.optional(),
  kind: RequestKind,
  field: CorrectedField.optional(),
  /** Sealed JSON of RequestSecrets at dataRequests/{_id}/secrets. */
  secrets: z.string(),
  state: RequestState,
  askedAt: IsoTime,
  dueOn: IsoDate,
  settledAt: IsoTime.optional(),
})
export type DataRequestRecord = z.infer<typeof DataRequestRecord>

export const RequestSecrets = z.strictObject({
  name: z.string(),
  should: z.string().optional(),
  /** Why it was declined. */
  reason: z.string().optional(),
})
export type RequestSecrets = z.infer<typeof RequestSecrets>

export const dataRequests = collection<DataRequestRecord>({
  name: 'dataRequests',
  schema: DataRequestRecord,
  indexes: {
    byUnion: ['union', 'state', 'dueOn'],
    byRaised: ['raisedTo', 'state', 'dueOn'],
    byDue: ['state', 'dueOn'],
    byAccount: ['account', 'askedAt'],
    bySettling: ['settledAt'],
    all: [],
  },
})
