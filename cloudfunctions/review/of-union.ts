import type { ReviewId, UnionId } from '../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../shared/core/outcome'
import { stepped, type ReviewPhase, type ReviewRefusal, type ReviewStep } from '../../shared/review/life'
import { reviews, type ReviewRecord } from '../_kernel/records/reviews'
import type { Reader } from '../_kernel/store/port'

/** The review that an officer names, where it is one of the union that they name: access was judged by the union. */
export async function reviewOfUnion(
  { union, review }: { readonly union: UnionId; readonly review: ReviewId },
  reader: Reader,
): Promise<Outcome<ReviewRecord, 'NOT_FOUND'>> {
  const record = await reader.get(reviews, review)
  return record?.union === union ? succeed(record) : refuse('NOT_FOUND')
}

/** A step that no objection holds up. */
export function stepOf(
  review: ReviewRecord,
  step: Exclude<ReviewStep, 'open-voting'>,
): Outcome<ReviewPhase, Exclude<ReviewRefusal, 'REVIEW_OBJECTION_OPEN'>> {
  const next = stepped(review, step)
  if ('to' in next) return succeed(next.to)
  if (next.refuse === 'REVIEW_OBJECTION_OPEN') throw new Error(`${step} waited for an objection`)
  return refuse(next.refuse)
}
