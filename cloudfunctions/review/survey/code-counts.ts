import { review as contract } from '../../../shared/contract/review'
import { succeed } from '../../../shared/core/outcome'
import { slipText } from '../../../shared/review/survey-code'
import { surveyBatches } from '../../_kernel/records/survey-codes'
import { implement } from '../../_kernel/serve'
import { slipCounts } from './slip-counts'
import { surveyOfUnion } from './survey-of-union'

const batchesShown = 50

/** 调查码清点. */
export const surveyCodeCounts = implement(
  contract.procedures.surveyCodeCounts,
  async ({ input, store, handedLink }) => {
    const known = await surveyOfUnion(input, store)
    if (!known.ok) return known
    const { _id: review } = known.data
    const newest = { index: 'byReview', equals: { review }, order: 'descending', limit: batchesShown } as const
    const [counts, { documents }] = await Promise.all([
      slipCounts(known.data, store),
      store.find(surveyBatches, newest),
    ])
    return succeed({
      notice: handedLink('slip', slipText(review)),
      ...counts,
      batches: documents.map(({ _id: batch, made, at }) => ({ batch, made, at })),
    })
  },
)
