import { review } from '../../shared/contract/review'
import { refuse } from '../../shared/core/outcome'
import { areDaysSound } from '../../shared/review/days'
import type { ReviewForm, ReviewKind } from '../../shared/review/kinds'
import { policyOfUnion } from '../_kernel/policy-of-union'
import { unions, type UnionRecord } from '../_kernel/records/registry'
import { implement, type Call } from '../_kernel/serve'
import { announcing } from './announcing'
import { joiningRound } from './rounds/joining-round'

/** 发起评家. */
export const announceReview = implement(review.procedures.announceReview, async (call) => {
  const { union, kind, days, round } = call.input
  const record = await call.store.get(unions, union)
  if (record?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  if (!areDaysSound(days, call.today)) return refuse('REVIEW_PERIODS_INVALID', { field: 'days' })
  if (round !== undefined) {
    const joining = await joiningRound({ round, kind, days }, record, call.store)
    if (!joining.ok) return joining
  }
  const form = await formOf(kind, record, call)
  return announcing({ union, kind, form, days, round }, call, (write) => call.act(write))
})

/** The form is the region’s, not the chair’s. A slip of a staff survey is used on a phone, by nobody’s name: nobody could be ticked for a paper. */
async function formOf(
  kind: ReviewKind,
  union: UnionRecord,
  call: Pick<Call<unknown>, 'store' | 'today'>,
): Promise<ReviewForm> {
  return kind === 'staff' ? 'electronic' : (await policyOfUnion(union, call)).values.reviewForm
}
