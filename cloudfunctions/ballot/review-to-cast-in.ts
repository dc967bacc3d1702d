import type { ReviewId } from '../../shared/core/ids'
import { reviews, type ReviewRecord } from '../_kernel/records/reviews'
import type { Reader } from '../_kernel/store/port'

/** As many reviews as a city has open at once; the oldest goes first. */
const most = 500
const votedIn = new WeakMap<Reader, Map<ReviewId, ReviewRecord>>()

/**
 * The review that a cast is for. One that is being voted in is read once in a process: what is announced never changes, and from the first day of voting on it
 * ends by the time alone, which every cast is held against.
 */
export async function reviewToCastIn(review: ReviewId, store: Reader): Promise<ReviewRecord | undefined> {
  const known = votedIn.get(store) ?? new Map<ReviewId, ReviewRecord>()
  votedIn.set(store, known)
  const kept = known.get(review)
  if (kept !== undefined) return kept
  const found = await store.get(reviews, review)
  if (found?.phase !== 'voting') return found
  const [oldest] = known.keys()
  if (known.size >= most && oldest !== undefined) known.delete(oldest)
  known.set(review, found)
  return found
}
