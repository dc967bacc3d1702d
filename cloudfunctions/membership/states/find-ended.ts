import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { isHeld } from '../../../shared/membership/life'
import { auditView } from '../../_kernel/audit'
import { spendQuota } from '../../_kernel/quota'
import { memberNumbers, memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { namedOf } from '../life/held'
import { historyOf } from './history-of'

/** 找错登记的会员: by the whole member number, which the union below knows; what has not ended, or belongs elsewhere, is not found. */
export const findEnded = implement(contract.procedures.findEnded, async (call) => {
  const { union: above, memberNumber } = call.input
  const spent = await spendQuota('search', memberNumber, call)
  if (!spent.ok) return spent
  const number = await call.store.get(memberNumbers, memberNumber)
  const member = number === undefined ? undefined : await call.store.get(memberships, number.person)
  const union = member === undefined ? undefined : await call.store.get(unions, member.union)
  if (member === undefined || union === undefined || isHeld(member.state)) return refuse('NOT_FOUND')
  if (union._id === above || !union.line.includes(above)) return refuse('NOT_FOUND')
  await auditView(call, { action: 'member.view', subject: member._id, union: union._id })
  const { mobile: _, ...named } = namedOf(member, call)
  return succeed({
    ...named,
    unionName: union.name,
    state: member.state,
    history: [...(await historyOf(member._id, call))],
  })
})
