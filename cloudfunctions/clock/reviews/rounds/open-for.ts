import { chinaDay } from '../../../../shared/core/time'
import { daysOnOpening } from '../../../../shared/review/round'
import { policyOfUnion } from '../../../_kernel/policy-of-union'
import type { UnionRecord } from '../../../_kernel/records/registry'
import type { ReviewRoundRecord } from '../../../_kernel/records/review-rounds'
import type { Runtime } from '../../../_kernel/runtime'
import { announcing } from '../../../review/announcing'
import { hasToOpen } from '../../../review/rounds/in-round'

/** 代为发起: the review of one union, where it has not announced its own. One that cannot be opened is logged and holds up no other. */
export async function openFor(union: UnionRecord, round: ReviewRoundRecord, runtime: Runtime): Promise<boolean> {
  try {
    if (!(await hasToOpen(union, round, runtime.store))) return false
    const now = runtime.now()
    const call = { ...runtime, now, today: chinaDay(now), account: 'clock' as const }
    const rules = (await policyOfUnion(union, call)).values
    const days = daysOnOpening(round, call.today)
    const announced = { union: union._id, kind: round.kind, staff: 0, rules, days, round: round._id }
    return (await announcing(announced, call, (write) => runtime.store.transact(write))).ok
  } catch (fault) {
    runtime.log({ function: 'clock', procedure: 'reviews.rounds', code: 'FAULT', fault })
    return false
  }
}
