import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { mayConfirmBinding } from '../../../shared/membership/binding'
import { holdsRight } from '../../_kernel/access'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { memberships } from '../../_kernel/records/memberships'
import { bindings, persons } from '../../_kernel/records/persons'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { tying } from './tie'

/** 当面绑定，第三步: a second officer of the union, or one above where there is no second. */
export const settleBinding = implement(contract.procedures.settleBinding, async (call) => {
  const { union: id, binding: key, verdict } = call.input
  const [union, seen] = await Promise.all([call.store.get(unions, id), call.store.get(bindings, key)])
  if (seen?.union !== id || seen.account === undefined) return refuse('BINDING_GONE')
  if (!mayConfirmBinding(seen, call.account)) return refuse('SECOND_OFFICER')
  const { account } = seen
  if (verdict === 'confirm' && !(await holdsRight(call.store, seen.openedBy, [id], 'roster', call.now)))
    return refuse('BINDING_GONE')
  const [person, membership] = await Promise.all([
    call.store.get(persons, seen.person),
    call.store.get(memberships, seen.person),
  ])
  if (person === undefined || membership?.union !== id) return refuse('BINDING_GONE')
  const unionName = union?.name ?? ''
  const tie = tying({ membership, unionName, account, how: 'in-person', before: person.account }, call)
  const told = notifying(call, {
    account,
    text:
      verdict === 'confirm'
        ? `${unionName}已经核对，您的会员身份绑定好了。`
        : `${unionName}没有确认这次绑定。请带上证件，到工会再办一次。`,
  })
  const audit = auditing(call, { action: `binding.${verdict}`, subject: seen.person, union: id })
  return call.act(async (tx) => {
    const binding = await tx.get(bindings, key)
    if (binding?.account !== account || !binding.waiting || binding.expiresAt <= call.now) return refuse('BINDING_GONE')
    if (verdict === 'confirm') {
      const tied = await tie(tx)
      if (!tied.ok) return tied
    }
    await tx.remove(bindings, key)
    await told(tx)
    await audit(tx)
    return succeed({})
  })
})
