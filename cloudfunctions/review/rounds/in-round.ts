import type { ReviewRoundRecord } from '../../_kernel/records/review-rounds'
import { memberships } from '../../_kernel/records/memberships'
import type { UnionRecord } from '../../_kernel/records/registry'
import { reviews } from '../../_kernel/records/reviews'
import type { Store } from '../../_kernel/store/port'
import { reviewIdOf } from '../turns'

/**
 * 要不要代为发起: a union in being with somebody to vote, and no review of the year yet. One that was called off is left alone: whoever called it off has a
 * reason, and the union above sees it in its table.
 */
export async function hasToOpen(
  { _id: union, status }: Pick<UnionRecord, '_id' | 'status'>,
  { year, kind }: Pick<ReviewRoundRecord, 'year' | 'kind'>,
  store: Pick<Store, 'get' | 'count'>,
): Promise<boolean> {
  if (status !== 'active') return false
  if ((await store.get(reviews, reviewIdOf({ union, year, kind }))) !== undefined) return false
  const anybody = { index: 'byUnion', equals: { union, state: 'active' }, atMost: 1 } as const
  return (await store.count(memberships, anybody)) > 0
}

/** Reviews of the round that were announced, by whomever. */
export function openedIn({ _id: round }: Pick<ReviewRoundRecord, '_id'>, store: Pick<Store, 'count'>): Promise<number> {
  return store.count(reviews, { index: 'byRound', equals: { round } })
}
