import { review as contract } from '../../../shared/contract/review'
import { refuse, succeed } from '../../../shared/core/outcome'
import { chinaDay } from '../../../shared/core/time'
import { readPublicValue } from '../../../shared/review/sample'
import { agreedValue } from '../../../shared/review/sample-days'
import { auditing } from '../../_kernel/audit'
import { reviewSamples, type ReviewSampleRecord } from '../../_kernel/records/review-samples'
import { reviews } from '../../_kernel/records/reviews'
import { implement } from '../../_kernel/serve'
import { stepOf } from '../of-union'
import { sampleOfUnion } from './sample-of-union'

/**
 * 录入开奖号码: whoever mistyped types again. The population has to have been committed to before the day of the draw; where it was not, nobody can show that it was
 * not chosen after the numbers, and the review is called off.
 */
export const enterSampleValue = implement(contract.procedures.enterSampleValue, async (call) => {
  const { union, review, numbers } = call.input
  const known = await sampleOfUnion({ union, review }, call.store)
  if (!known.ok) return known
  const value = readPublicValue(numbers)
  if (value === undefined) return refuse('SAMPLE_NUMBERS', { field: 'numbers' })
  const audit = auditing(call, { action: 'review.sample.value', subject: review, union, content: { value } })
  return call.act(async (tx) => {
    const [sample, found] = [await tx.get(reviewSamples, review), await tx.get(reviews, review)]
    if (sample === undefined || found === undefined) return refuse('NOT_FOUND')
    const next = stepOf(found, 'draw')
    if (!next.ok) return next
    if (sample.state === 'taking' || call.today < sample.drawnOn) return refuse('REVIEW_NOT_YET')
    if (sample.committedAt === undefined || chinaDay(sample.committedAt) >= sample.drawnOn) return refuse('SAMPLE_LATE')
    if (sample.state !== 'committed') return refuse('REVIEW_TOO_LATE')
    const others = sample.entries.filter(({ by }) => by !== call.account)
    const entries = [...others, { by: call.account, value }]
    const agreed = agreedValue(entries)
    const typed = { ...sample, entries }
    await tx.put<ReviewSampleRecord>(
      reviewSamples,
      agreed === undefined ? typed : { ...typed, state: 'drawing', value: agreed },
    )
    await audit(tx)
    return succeed({ state: stateOf(others.length, agreed) })
  })
})

function stateOf(others: number, agreed: string | undefined): 'one' | 'differs' | 'agreed' {
  if (agreed !== undefined) return 'agreed'
  return others === 0 ? 'one' : 'differs'
}
