import { mayCompact } from '../../../shared/review/box'
import { reviewCounts } from '../../_kernel/records/review-counts'
import { reviews } from '../../_kernel/records/reviews'
import type { Runtime } from '../../_kernel/runtime'

const together = 100

/**
 * 整理票箱, once a run at most: after a review is counted, nothing in the file of ballots tells any more in which order they came. Cut off before it is noted, it
 * is done once more, which changes nothing.
 */
export async function compactBox({ store, ballots, now }: Runtime): Promise<number> {
  const { documents } = await store.find(reviewCounts, {
    index: 'byBox',
    equals: { box: 'to-compact' },
    limit: together,
  })
  if (documents.length === 0) return 0
  const voting = await store.count(reviews, { index: 'byDue', equals: { phase: 'voting' }, atMost: 1 })
  if (!mayCompact({ now: now(), isVoting: voting > 0 })) return 0
  await ballots.compact()
  for (const { _id } of documents)
    await store.transact(async (tx) => {
      const kept = await tx.get(reviewCounts, _id)
      if (kept !== undefined) await tx.put(reviewCounts, { ...kept, box: 'compacted' })
    })
  return 1
}
