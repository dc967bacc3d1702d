import { serviceUses, type ServiceRecord } from '../../_kernel/records/services'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'

/** 计一次: into one of ten documents of the day, drawn before the transaction. Two operations. */
export function countingUse(
  { _id: service }: Pick<ServiceRecord, '_id'>,
  call: Pick<Call<unknown>, 'today' | 'random'>,
) {
  const { today: day } = call
  const id = `${service}:${day}:${call.random.digits(1)}`
  return async (tx: Transaction): Promise<void> => {
    const counted = await tx.get(serviceUses, id)
    await tx.put(serviceUses, { _id: id, service, day, count: (counted?.count ?? 0) + 1 })
  }
}
