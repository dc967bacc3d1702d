import type { ReviewId } from '../../../shared/core/ids'
import type { Channel } from '../../../shared/review/channel'
import { electors } from '../records/reviews'
import { surveyCodes } from '../records/survey-codes'
import type { Store } from '../store/port'

/** How many electors vote this way. */
export function countOfChannel(review: ReviewId, channel: Channel, store: Pick<Store, 'count'>): Promise<number> {
  return store.count(electors, { index: 'byReview', equals: { review, standing: 'elector', channel } })
}

/** 已领取的凭证: by electors on their phones, or by the codes of a staff survey. */
export async function receivedTokens(review: ReviewId, store: Pick<Store, 'count'>): Promise<number> {
  const byName = await countOfChannel(review, 'phone', store)
  return byName + (await store.count(surveyCodes, { index: 'byReview', equals: { review, state: 'used' } }))
}
