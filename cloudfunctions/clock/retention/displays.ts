import { unpublished } from '../../_kernel/officer-display'
import { officers } from '../../_kernel/records/registry'
import type { Runtime } from '../../_kernel/runtime'

/** Two operations for each: a CloudBase transaction takes 100. */
const together = 40
const pagesPerRun = 50

/** 任期届满撤下公开: what somebody agreed to have published in office is not kept when the term runs out. The picture goes with the sweep of files. */
export async function withdrawDisplays({ store, now }: Pick<Runtime, 'store' | 'now'>): Promise<number> {
  const at = now()
  let withdrawn = 0
  for (let page = 0; page < pagesPerRun; page++) {
    const over = await store.find(officers, { index: 'byShown', equals: { shown: true }, until: at, limit: together })
    if (over.documents.length === 0) break
    withdrawn += await store.transact(async (tx) => {
      let changed = 0
      for (const { _id } of over.documents) {
        const officer = await tx.get(officers, _id)
        if (officer === undefined || officer.until === undefined || officer.until > at) continue
        await tx.put(officers, unpublished(officer))
        changed += 1
      }
      return changed
    })
  }
  return withdrawn
}
