import { chinaDay, isoTime } from '../../shared/core/time'
import { countOf } from '../_kernel/kept-counts'
import { keptCounts } from '../_kernel/records/kept-counts'
import type { Runtime } from '../_kernel/runtime'

/** Counts in one round: 100,000 entries of an index take some 10 ms. */
const together = 100
/** Younger than this is new enough. */
const youngMs = 20_000
const dayMs = 24 * 60 * 60_000

/** 重新清点: the numbers that pages tell with their time, the oldest first; what nobody has asked for since the day before yesterday is dropped. */
export async function recount({ store, now }: Pick<Runtime, 'store' | 'now'>): Promise<number> {
  const at = now()
  const yesterday = chinaDay(isoTime(Date.parse(at) - dayMs))
  const { documents } = await store.find(keptCounts, {
    index: 'byCounting',
    equals: {},
    until: isoTime(Date.parse(at) - youngMs),
    limit: together,
  })
  for (const { _id, of, askedOn } of documents) {
    if (askedOn < yesterday) {
      await store.transact((tx) => tx.remove(keptCounts, _id))
      continue
    }
    // Before the count begins, not when it ended: what changes meanwhile may be in it or not.
    const countedAt = now()
    const count = await countOf(of, store)
    await store.transact(async (tx) => {
      const kept = await tx.get(keptCounts, _id)
      if (kept !== undefined && kept.countedAt < countedAt) await tx.put(keptCounts, { ...kept, count, countedAt })
    })
  }
  return documents.length
}
