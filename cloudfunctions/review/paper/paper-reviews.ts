import { review as contract } from '../../../shared/contract/review'
import { succeed } from '../../../shared/core/outcome'
import { implement } from '../../_kernel/serve'
import { reviewsOf } from '../reviews'

/** 计票人要办的: what is not over. The count of papers still belongs to it. */
export const paperReviews = implement(contract.procedures.paperReviews, async ({ input, store }) => {
  const all = await reviewsOf(input.union, store)
  return succeed({ reviews: all.filter(({ phase }) => phase !== 'published' && phase !== 'called-off') })
})
