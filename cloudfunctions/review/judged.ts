import { holdsRight } from '../_kernel/access'
import type { ReviewRecord } from '../_kernel/records/reviews'
import type { Call } from '../_kernel/serve'

/** 被评的人不计票、不监票: whoever leads the union that is judged, or announced this review, is no teller and no scrutineer of it, though they be one of a union above. */
export async function isJudged(
  { union, announcedBy }: Pick<ReviewRecord, 'union' | 'announcedBy'>,
  { store, account, now }: Pick<Call<unknown>, 'store' | 'account' | 'now'>,
): Promise<boolean> {
  return announcedBy === account || holdsRight(store, account, [union], 'reviews', now)
}
