import { review as contract } from '../../../shared/contract/review'
import { refuse } from '../../../shared/core/outcome'
import { areSampleDaysSound } from '../../../shared/review/sample-days'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unions } from '../../_kernel/records/registry'
import { reviewSamples } from '../../_kernel/records/review-samples'
import { implement } from '../../_kernel/serve'
import { announcing } from '../announcing'

/** 发起随机抽查, of the whole area of a union; its own members among them. */
export const announceSample = implement(contract.procedures.announceSample, async (call) => {
  const { union, size, lottery, drawnOn, days } = call.input
  const record = await call.store.get(unions, union)
  if (record?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  if (!areSampleDaysSound(days, drawnOn, call.today)) return refuse('REVIEW_PERIODS_INVALID', { field: 'days' })
  const rules = (await policyOfUnion(record, call)).values
  return announcing({ union, kind: 'sample', staff: 0, rules, days }, call, (write) =>
    call.act(async (tx) => {
      const written = await write(tx)
      if (!written.ok) return written
      const { review: _id } = written.data
      const from = { among: { union, part: 'active' as const }, levels: [{ parent: union }], step: 0, entries: [] }
      await tx.put(reviewSamples, { _id, union, size, lottery, drawnOn, state: 'taking', ...from })
      return written
    }),
  )
})
