import type { ReviewRecord } from '../../_kernel/records/reviews'
import { surveyCodes, type SurveyCodeRecord } from '../../_kernel/records/survey-codes'
import type { Store } from '../../_kernel/store/port'

/** 纸条清点, of one survey. `unused` is absent before the close: a count that goes up by one while somebody holds their phone would say who voted. */
export async function slipCounts(
  { _id: review, phase, staff, electors = 0 }: Pick<ReviewRecord, '_id' | 'phase' | 'staff' | 'electors'>,
  store: Pick<Store, 'count'>,
) {
  const countOf = (state: SurveyCodeRecord['state']) =>
    store.count(surveyCodes, { index: 'byReview', equals: { review, state } })
  const isOver = phase === 'closed' || phase === 'published'
  const [cancelled, unused, lapsed] = await Promise.all([
    countOf('cancelled'),
    isOver ? countOf('unused') : 0,
    countOf('lapsed'),
  ])
  return { staff, made: electors + cancelled, cancelled, ...(isOver ? { unused: unused + lapsed } : {}) }
}
