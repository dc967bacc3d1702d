import type { ReviewRoundId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { DaysOfReview } from '../../../shared/review/days'
import type { ReviewKind } from '../../../shared/review/kinds'
import { isInWindow } from '../../../shared/review/round'
import type { UnionRecord } from '../../_kernel/records/registry'
import { reviewRounds, type ReviewRoundRecord } from '../../_kernel/records/review-rounds'
import type { Reader } from '../../_kernel/store/port'
import { yearOf } from '../announcing'

/** 参加上级的评家活动: of a union above, for this kind and year, within its window. */
export async function joiningRound(
  { round, kind, days }: { readonly round: ReviewRoundId; readonly kind: ReviewKind; readonly days: DaysOfReview },
  union: UnionRecord,
  reader: Reader,
): Promise<Outcome<void, 'NOT_FOUND' | 'REVIEW_OUTSIDE_ROUND'>> {
  const found = await roundAbove(round, union, reader)
  if (found === undefined || found.union === union._id || found.kind !== kind) return refuse('NOT_FOUND')
  const isInside = found.year === yearOf(days) && isInWindow(days, found.window)
  return isInside ? succeed(undefined) : refuse('REVIEW_OUTSIDE_ROUND', { field: 'days' })
}

/** A round of this union or of one above it; another one is none of its business. */
export async function roundAbove(
  round: ReviewRoundId,
  { line }: Pick<UnionRecord, 'line'>,
  reader: Reader,
): Promise<ReviewRoundRecord | undefined> {
  const found = await reader.get(reviewRounds, round)
  return found !== undefined && line.includes(found.union) ? found : undefined
}
