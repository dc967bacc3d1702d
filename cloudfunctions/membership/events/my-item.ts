import { accounts } from '../../_kernel/records/accounts'
import {
  eventItems,
  unionEvents,
  type EventItemRecord,
  type UnionEventRecord,
} from '../../_kernel/records/union-events'
import type { Call } from '../../_kernel/serve'

/** 我在一次变动里; nothing where I am not in it, or where nobody was told yet. */
export async function myItem(
  event: string,
  { store, account: id }: Pick<Call<unknown>, 'store' | 'account'>,
): Promise<{ readonly event: UnionEventRecord; readonly item: EventItemRecord } | undefined> {
  const person = (await store.get(accounts, id))?.person
  if (person === undefined) return undefined
  const [record, item] = await Promise.all([store.get(unionEvents, event), store.get(eventItems, `${event}:${person}`)])
  return record === undefined || item === undefined || item.state === 'planned' ? undefined : { event: record, item }
}
