import type { ReviewId } from '../../../shared/core/ids'
import type { Channel } from '../../../shared/review/channel'
import { electors } from '../records/reviews'
import type { Store } from '../store/port'

/** How many electors vote this way. */
export function countOfChannel(review: ReviewId, channel: Channel, store: Pick<Store, 'count'>): Promise<number> {
  return store.count(electors, { index: 'byReview', equals: { review, standing: 'elector', channel } })
}
