import { review } from '../../../shared/contract/review'
import { succeed } from '../../../shared/core/outcome'
import { isReceivedTold } from '../../../shared/review/received-told'
import { electorLists, emptyList } from '../../_kernel/records/elector-lists'
import { unions } from '../../_kernel/records/registry'
import { receivedTokens } from '../../_kernel/review/channels'
import { implement } from '../../_kernel/serve'
import { reviewOfUnion } from '../of-union'
import { smallGroup } from '../results/view'

/** 名单人数, and how many received, where that does not tell who: no name of theirs. */
export const electorCounts = implement(review.procedures.electorCounts, async (call) => {
  const known = await reviewOfUnion(call.input, call.store)
  if (!known.ok) return known
  const found = known.data
  const [list, union] = await Promise.all([
    call.store.get(electorLists, found._id),
    call.store.get(unions, found.union),
  ])
  if (union === undefined) throw new Error(`the union of ${found._id} is not there`)
  const { electors, out, onPaper } = list ?? emptyList(found._id)
  const { openObjections } = found
  const counts = { whole: found.electors !== undefined, electors, out, onPaper, openObjections }
  if (!isReceivedTold(found, await smallGroup(found, union, call))) return succeed(counts)
  return succeed({ ...counts, received: await receivedTokens(found._id, call.store) })
})
