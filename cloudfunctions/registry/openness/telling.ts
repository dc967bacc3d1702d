import { tellings, type TellingRecord } from '../../_kernel/records/publications'
import type { UnionRecord } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'

/** 告诉会员, once a day at most: what is published later that day stands on their first page all the same. */
export function tellingMembers({ _id: union }: UnionRecord, { today: day }: Pick<Call<unknown>, 'today'>) {
  const telling: TellingRecord = { _id: `${union}:${day}`, union, day, state: 'running', told: 0 }
  return async (tx: Transaction): Promise<void> => {
    if ((await tx.get(tellings, telling._id)) === undefined) await tx.put(tellings, telling)
  }
}
