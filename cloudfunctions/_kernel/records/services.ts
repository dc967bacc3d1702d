import { z } from 'zod'
import { ServiceFacts, ServiceState } from '../../../shared/card/service'
import { HandedCode, ServiceId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { collection } from '../store/port'

/** 会员服务: what a union offers to whoever shows a card. */
export const ServiceRecord = z.strictObject({
  _id: ServiceId,
  union: UnionId,
  state: ServiceState,
  ...ServiceFacts.shape,
  /** What its verifier link carries. It hangs on a wall: whoever has it can have a genuine card counted, and nothing else. */
  code: HandedCode,
  addedAt: IsoTime,
  updatedAt: IsoTime,
})
export type ServiceRecord = z.infer<typeof ServiceRecord>
export const services = collection<ServiceRecord>({
  name: 'services',
  schema: ServiceRecord,
  indexes: { byUnion: ['union', 'state', 'kind', 'name'], byCode: ['code'] },
})

/** 使用次数 of a service on one day, in shards, so that two desks that verify at once write two documents. Whose card it was stands nowhere. */
export const ServiceUseRecord = z.strictObject({
  _id: z.string(),
  service: ServiceId,
  day: IsoDate,
  count: z.number().int().min(1),
})
export type ServiceUseRecord = z.infer<typeof ServiceUseRecord>
export const serviceUses = collection<ServiceUseRecord>({
  name: 'serviceUses',
  schema: ServiceUseRecord,
  indexes: { byService: ['service', 'day'], byDay: ['day'] },
})
