import { isoTime } from '../../../../shared/core/time'
import { reviewCounts } from '../../../_kernel/records/review-counts'
import { reviewResults } from '../../../_kernel/records/review-results'
import { reviewKeys, reviews, type ReviewRecord } from '../../../_kernel/records/reviews'
import { settledPaper } from '../../../_kernel/review/paper'
import type { Runtime } from '../../../_kernel/runtime'
import { timeBox } from '../time-box'
import { lapseCodes } from '../lapse-codes'
import { countBegun, countStretch } from './count-stretch'
import { writeResult } from './write-result'

/** Longer after the end than any function runs: what was acknowledged is in the store by now. */
const settledMs = 90_000
const runMs = 20_000
const together = 100

/**
 * 计票 (closed, papers settled): in stretches, as far as this run comes; the next goes on. What two runs at once do twice is written once. Answers how many
 * reviews were counted to their end.
 */
export async function countReviews(runtime: Runtime): Promise<number> {
  const mayGoOn = timeBox(runMs)
  const ended = isoTime(Date.parse(runtime.now()) - settledMs)
  let counted = 0
  for (let cursor: string | undefined; ;) {
    const page = await runtime.store.find(reviews, {
      index: 'byDue',
      equals: { phase: 'closed' },
      limit: together,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const review of page.documents)
      if (review.votingUntil <= ended && (await countOnFaulting(review, mayGoOn, runtime))) counted++
    cursor = page.cursor
    if (cursor === undefined || !mayGoOn()) return counted
  }
}

/** One that cannot be counted is logged and holds up no other. */
async function countOnFaulting(review: ReviewRecord, mayGoOn: () => boolean, runtime: Runtime): Promise<boolean> {
  try {
    return await countReview(review, mayGoOn, runtime)
  } catch (fault) {
    runtime.log({ function: 'clock', procedure: 'reviews.count', code: 'FAULT', fault })
    return false
  }
}

async function countReview(review: ReviewRecord, mayGoOn: () => boolean, runtime: Runtime): Promise<boolean> {
  const { store } = runtime
  if ((await store.get(reviewResults, review._id)) !== undefined) return false
  const [kept, paper, keys] = await Promise.all([
    store.get(reviewCounts, review._id),
    settledPaper(review._id, runtime),
    store.get(reviewKeys, review.keys),
  ])
  if (paper === undefined) return false
  if (review.kind === 'staff' && !(await lapseCodes(review, mayGoOn, runtime))) return false
  if (keys === undefined) throw new Error(`${review._id} has no keys`)
  let count = kept ?? countBegun(review, paper, runtime)
  while (count.reading !== 'finished') {
    if (!mayGoOn()) return false
    count = await countStretch(count, review, keys, runtime)
  }
  await writeResult(count, review, keys, runtime)
  return true
}
