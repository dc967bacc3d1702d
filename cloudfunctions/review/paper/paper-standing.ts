import { review as contract } from '../../../shared/contract/review'
import { succeed } from '../../../shared/core/outcome'
import { paperCounts } from '../../_kernel/records/review-counts'
import { countOfChannel } from '../../_kernel/review/channels'
import { implement } from '../../_kernel/serve'
import { reviewOfUnion } from '../of-union'

/** 纸质选票进展: how many, never what was counted. */
export const paperStanding = implement(contract.procedures.paperStanding, async ({ input, store, account }) => {
  const found = await reviewOfUnion(input, store)
  if (!found.ok) return found
  const { _id: review, phase, grades } = found.data
  const [ticked, kept] = await Promise.all([countOfChannel(review, 'paper', store), store.get(paperCounts, review)])
  const state = kept?.state ?? (ticked === 0 ? 'none' : 'waiting')
  return succeed({ phase, grades, ticked, state, mine: kept?.tellers.includes(account) === true })
})
