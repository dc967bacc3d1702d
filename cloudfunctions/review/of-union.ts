import type { ReviewId, UnionId } from '../../shared/core/ids'
import { reviews, type ReviewRecord } from '../_kernel/records/reviews'
import type { Reader } from '../_kernel/store/port'

/** A review where it is this union’s; another’s is not there. */
export async function reviewOf(
  { union, review }: { readonly union: UnionId; readonly review: ReviewId },
  reader: Reader,
): Promise<ReviewRecord | undefined> {
  const found = await reader.get(reviews, review)
  return found?.union === union ? found : undefined
}
