import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { dataRequests } from '../../_kernel/records/data-requests'
import { implement } from '../../_kernel/serve'
import { erasing } from './erase'
import { hiding } from './hide'
import { myself } from './me'
import { keeperOf, newRequest, openRequest } from './requesting'

/**
 * 撤回同意 (PIPL §15, §47). What was sent and not approved is deleted now, what was published of an officer is hidden now. A member’s entry on the roster does not rest on consent alone (工会法: the union keeps
 * its register), so the union is asked to end the membership first.
 */
export const withdrawConsent = implement(contract.procedures.withdrawConsent, async (call) => {
  const [me, hide] = await Promise.all([myself(call), hiding(call)])
  if (me.membership === undefined) {
    const erase = await erasing(me, call)
    const audit = auditing(call, { action: 'data.erased', subject: call.account })
    return call.act(async (tx) => {
      await erase(tx)
      await hide(tx)
      await audit(tx)
      return succeed({ outcome: 'erased' as const })
    })
  }
  const keeper = await keeperOf(me, call)
  if (keeper === undefined) throw new Error('a member without a union')
  if (await openRequest({ kind: 'erasure' }, call)) return refuse('REQUEST_OPEN')
  const record = newRequest({ kind: 'erasure', keeper }, call)
  const audit = auditing(call, { action: 'data.erasure-asked', subject: keeper.subject, union: keeper.union })
  return call.act(async (tx) => {
    await tx.insert(dataRequests, record)
    await hide(tx)
    await audit(tx)
    return succeed({ outcome: 'asked' as const, dueOn: record.dueOn, unionName: record.unionName })
  })
})
