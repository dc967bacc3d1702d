import { unpublished } from '../../_kernel/officer-display'
import { officers } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'

/** One transaction takes 100 operations on CloudBase, two for each office. */
const most = 10

/** 撤回公开: name, phone and picture of somebody in office are published by consent alone, so they go with it; the office itself stays. */
export async function hiding(
  call: Pick<Call<unknown>, 'store' | 'account'>,
): Promise<(tx: Transaction) => Promise<void>> {
  const held = await call.store.find(officers, { index: 'byAccount', equals: { account: call.account }, limit: most })
  const published = held.documents.filter(({ shown, display }) => shown || display !== undefined)
  return async (tx) => {
    for (const { _id } of published) {
      const officer = await tx.get(officers, _id)
      if (officer === undefined) continue
      await tx.put(officers, unpublished(officer))
    }
  }
}
