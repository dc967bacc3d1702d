import { ReviewId, type UnionId } from '../../shared/core/ids'
import type { ReviewKind } from '../../shared/review/kinds'
import { reviews, type ReviewRecord } from '../_kernel/records/reviews'
import type { Reader } from '../_kernel/store/port'

/** Whose review of which year. */
export interface YearOfReview {
  readonly union: UnionId
  readonly year: number
  readonly kind: ReviewKind
}

/** One a year and kind: its id says which, so that a second one meets the first. After a call-off the next has another `turn`. */
export function reviewIdOf({ union, year, kind }: YearOfReview, turn = 1): ReviewId {
  return ReviewId.parse(`${year}:${kind}:${union}${turn === 1 ? '' : `:${turn}`}`)
}

/** The id that may be announced next, and the review before it; a review that was called off stays so, which is why this may be read ahead. */
export async function turnOf(
  of: YearOfReview,
  reader: Reader,
): Promise<{ readonly next: ReviewId; readonly last: ReviewRecord | undefined }> {
  let last: ReviewRecord | undefined
  for (let turn = 1; ; turn++) {
    const next = reviewIdOf(of, turn)
    const found = await reader.get(reviews, next)
    if (found === undefined) return { next, last }
    last = found
  }
}
