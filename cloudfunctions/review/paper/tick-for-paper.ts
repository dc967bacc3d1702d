import { review as contract } from '../../../shared/contract/review'
import { refuse, succeed } from '../../../shared/core/outcome'
import { tickingForPaper } from '../../../shared/review/channel'
import { tickingNow } from '../../../shared/review/ticking'
import { auditing } from '../../_kernel/audit'
import { persons } from '../../_kernel/records/persons'
import { electorId, electors } from '../../_kernel/records/reviews'
import { electorOf, withAccount } from '../../_kernel/review/elector-of'
import { implement } from '../../_kernel/serve'
import { isJudged } from '../judged'
import { reviewOfUnion } from '../of-union'

/** 现场登记领票. Whoever receives on the phone at the same moment writes the same document: one of both is first. */
export const tickForPaper = implement(contract.procedures.tickForPaper, async (call) => {
  const { union, review, person } = call.input
  const seen = await reviewOfUnion(call.input, call.store)
  if (!seen.ok) return seen
  if (await isJudged(seen.data, call)) return refuse('NOT_ALLOWED')
  const audit = auditing(call, { action: 'review.tick', subject: electorId(review, person), union })
  return call.act(async (tx) => {
    const found = await reviewOfUnion(call.input, tx)
    if (!found.ok) return found
    const open = tickingNow(found.data, call.now)
    if (!open.ok) return open
    const elector = await electorOf(review, person, tx)
    if (elector?.standing !== 'elector') return refuse('NOT_FOUND')
    const bound = (await tx.get(persons, person))?.account
    const ticking = tickingForPaper(withAccount(elector, bound, call), found.data.form)
    if (!ticking.ok) return ticking
    if (elector.channel === undefined) {
      await tx.put(electors, { ...elector, channel: ticking.data })
      await audit(tx)
    }
    return succeed({})
  })
})
