import { review as contract } from '../../../shared/contract/review'
import { refuse, succeed } from '../../../shared/core/outcome'
import { tickingForPaper } from '../../../shared/review/channel'
import { tickingNow } from '../../../shared/review/ticking'
import { auditView } from '../../_kernel/audit'
import { spendQuota } from '../../_kernel/quota'
import { memberships } from '../../_kernel/records/memberships'
import { persons } from '../../_kernel/records/persons'
import type { ElectorRecord, ReviewRecord } from '../../_kernel/records/reviews'
import { withAccount } from '../../_kernel/review/elector-of'
import { rosterOf } from '../../_kernel/roster'
import { implement, type Call } from '../../_kernel/serve'
import { isJudged } from '../judged'
import { reviewOfUnion } from '../of-union'
import { findElectors } from './find-electors'

/** 现场查找选民, as long as papers are handed out: who received is nothing to look up before or after. Who looked at whom stands in the audit trail, as with the roster. */
export const electorsToTick = implement(contract.procedures.electorsToTick, async (call) => {
  const { union, search } = call.input
  const found = await reviewOfUnion(call.input, call.store)
  if (!found.ok) return found
  if (await isJudged(found.data, call)) return refuse('NOT_ALLOWED')
  const open = tickingNow(found.data, call.now)
  if (!open.ok) return open
  const spent = await spendQuota('search', search, call)
  if (!spent.ok) return spent
  await auditView(call, { action: 'review.electors-view', subject: found.data._id, union })
  const { electors, searchedAll } = await findElectors(found.data, search, call)
  const rows = await Promise.all(electors.map((elector) => rowOf(elector, found.data, call)))
  return succeed({ rows: rows.flatMap((row) => row ?? []), searchedAll })
})

async function rowOf(
  elector: ElectorRecord,
  review: ReviewRecord,
  call: Pick<Call<unknown>, 'store' | 'sealer' | 'indexer'>,
) {
  const membership = await call.store.get(memberships, elector.person)
  if (membership === undefined) return undefined
  const { name, maskedNumber } = rosterOf(membership, call)
  const { person, channel } = elector
  const bound = (await call.store.get(persons, person))?.account
  const ticking = tickingForPaper(withAccount(elector, bound, call), review.form)
  return {
    person,
    name,
    maskedNumber,
    unitName: membership.unitName,
    ...(channel === undefined ? {} : { channel }),
    mayTick: channel === undefined && ticking.ok,
  }
}
