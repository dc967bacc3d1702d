import { review } from '../../../shared/contract/review'
import { succeed } from '../../../shared/core/outcome'
import { electorLists, emptyList } from '../../_kernel/records/elector-lists'
import { implement } from '../../_kernel/serve'
import { reviewOfUnion } from '../of-union'

/** 名单人数. How many received is told elsewhere, and no more than that before the close. */
export const electorCounts = implement(review.procedures.electorCounts, async ({ input, store }) => {
  const known = await reviewOfUnion(input, store)
  if (!known.ok) return known
  const found = known.data
  const { electors, out, onPaper } = (await store.get(electorLists, found._id)) ?? emptyList(found._id)
  const { openObjections } = found
  return succeed({ whole: found.electors !== undefined, electors, out, onPaper, openObjections })
})
