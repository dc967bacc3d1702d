import { review } from '../../../shared/contract/review'
import { ReviewRoundId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { isRoundSound } from '../../../shared/review/round'
import { auditing } from '../../_kernel/audit'
import { unions } from '../../_kernel/records/registry'
import { reviewRounds } from '../../_kernel/records/review-rounds'
import { implement } from '../../_kernel/serve'
import { yearOf } from '../announcing'

/** 发起评家活动, once a year. It changes nothing in the unions below before they, or the clock, announce. */
export const announceRound = implement(review.procedures.announceRound, async (call) => {
  const { union, kind, window, opensOn, days } = call.input
  const record = await call.store.get(unions, union)
  if (record?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  if (!isRoundSound({ window, opensOn, days }, call.today)) return refuse('REVIEW_PERIODS_INVALID', { field: 'days' })
  const year = yearOf(days)
  const round = ReviewRoundId.parse(`${year}:${kind}:${union}`)
  const facts = { _id: round, union, year, kind, window, opensOn, days }
  const audit = auditing(call, { action: 'review.round', subject: round, union, content: facts })
  return call.act(async (tx) => {
    if ((await tx.get(reviewRounds, round)) !== undefined) return refuse('REVIEW_ROUND_THIS_YEAR')
    await tx.put(reviewRounds, {
      ...facts,
      announcedOn: call.today,
      announcedBy: call.account,
      state: 'counting',
      levels: [{ parent: union }],
      step: 0,
      unions: 0,
      updatedAt: call.now,
    })
    await audit(tx)
    return succeed({ round })
  })
})
