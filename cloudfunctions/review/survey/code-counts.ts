import { review as contract } from '../../../shared/contract/review'
import { succeed } from '../../../shared/core/outcome'
import { slipText } from '../../../shared/review/survey-code'
import { surveyBatches, surveyCodes, type SurveyCodeRecord } from '../../_kernel/records/survey-codes'
import { implement } from '../../_kernel/serve'
import { surveyOfUnion } from './survey-of-union'

const batchesShown = 50

/** 调查码清点. How many were used is told after the close alone: a count that goes up by one while somebody holds their phone would say who voted. */
export const surveyCodeCounts = implement(
  contract.procedures.surveyCodeCounts,
  async ({ input, store, handedLink }) => {
    const known = await surveyOfUnion(input, store)
    if (!known.ok) return known
    const { _id: review, phase, electors = 0 } = known.data
    const countOf = (state: SurveyCodeRecord['state']) =>
      store.count(surveyCodes, { index: 'byReview', equals: { review, state } })
    const newest = { index: 'byReview', equals: { review }, order: 'descending', limit: batchesShown } as const
    const [cancelled, unused, lapsed, { documents }] = await Promise.all([
      countOf('cancelled'),
      countOf('unused'),
      countOf('lapsed'),
      store.find(surveyBatches, newest),
    ])
    const isOver = phase === 'closed' || phase === 'published'
    return succeed({
      notice: handedLink('slip', slipText(review)),
      made: electors + cancelled,
      cancelled,
      ...(isOver ? { unused: unused + lapsed } : {}),
      batches: documents.map(({ _id: batch, made, at }) => ({ batch, made, at })),
    })
  },
)
