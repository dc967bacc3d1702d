import { review } from '../../shared/contract/review'
import { refuse } from '../../shared/core/outcome'
import { areDaysSound } from '../../shared/review/days'
import { policyOfUnion } from '../_kernel/policy-of-union'
import { unions } from '../_kernel/records/registry'
import { implement } from '../_kernel/serve'
import { staffOnFile } from '../_kernel/staff-of-union'
import { announcing } from './announcing'
import { joiningRound } from './rounds/joining-round'

/** 发起评家. */
export const announceReview = implement(review.procedures.announceReview, async (call) => {
  const { union, kind, days } = call.input
  const { round, staff } =
    call.input.kind === 'staff' ? { round: undefined, staff: call.input.staff } : { round: call.input.round, staff: 0 }
  const record = await call.store.get(unions, union)
  if (record?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  if (!areDaysSound(days, call.today)) return refuse('REVIEW_PERIODS_INVALID', { field: 'days' })
  // Fewer would make a turnout of friends: who takes part is held against this number (population.ts).
  if (kind === 'staff' && staff < ((await staffOnFile(union, call.store)) ?? 0))
    return refuse('SURVEY_FEWER_STAFF', { field: 'staff' })
  if (round !== undefined) {
    const joining = await joiningRound({ round, kind, days }, record, call.store)
    if (!joining.ok) return joining
  }
  const rules = (await policyOfUnion(record, call)).values
  return announcing({ union, kind, staff, rules, days, round }, call, (write) => call.act(write))
})
