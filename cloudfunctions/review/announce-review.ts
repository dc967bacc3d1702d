import { review } from '../../shared/contract/review'
import { refuse } from '../../shared/core/outcome'
import { areDaysSound } from '../../shared/review/days'
import { policyOfUnion } from '../_kernel/policy-of-union'
import { unions } from '../_kernel/records/registry'
import { implement } from '../_kernel/serve'
import { announcing } from './announcing'

/** 发起评家. The form is the region’s, not the chair’s. */
export const announceReview = implement(review.procedures.announceReview, async (call) => {
  const { union, kind, days } = call.input
  const record = await call.store.get(unions, union)
  if (record?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  if (!areDaysSound(days, call.today)) return refuse('REVIEW_PERIODS_INVALID', { field: 'days' })
  const form = (await policyOfUnion(record, call)).values.reviewForm
  return announcing({ union, kind, form, days }, call, (write) => call.act(write))
})
