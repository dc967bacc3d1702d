import { review } from '../../../shared/contract/review'
import { succeed } from '../../../shared/core/outcome'
import { electorLists, emptyList } from '../../_kernel/records/elector-lists'
import { receivedTokens } from '../../_kernel/review/channels'
import { implement } from '../../_kernel/serve'
import { reviewOfUnion } from '../of-union'

/** 名单人数, and how many received: no name of theirs. */
export const electorCounts = implement(review.procedures.electorCounts, async ({ input, store }) => {
  const known = await reviewOfUnion(input, store)
  if (!known.ok) return known
  const found = known.data
  const [list, received] = await Promise.all([store.get(electorLists, found._id), receivedTokens(found._id, store)])
  const { electors, out, onPaper } = list ?? emptyList(found._id)
  const { openObjections } = found
  return succeed({ whole: found.electors !== undefined, electors, out, onPaper, openObjections, received })
})
