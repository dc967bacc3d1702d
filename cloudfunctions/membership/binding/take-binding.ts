import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { isoTime } from '../../../shared/core/time'
import { bindingWaitsMs, mayConfirmBinding } from '../../../shared/membership/binding'
import { auditing } from '../../_kernel/audit'
import { accounts } from '../../_kernel/records/accounts'
import { bindings } from '../../_kernel/records/persons'
import { unions } from '../../_kernel/records/registry'
import { spendQuota } from '../../_kernel/quota'
import { implement } from '../../_kernel/serve'
import { openCode } from './codes'

/** 当面绑定，第二步: the person’s own phone takes the code; nothing is bound yet. */
export const takeBinding = implement(contract.procedures.takeBinding, async (call) => {
  const spent = await spendQuota('code', call.input.code, call)
  if (!spent.ok) return spent
  const open = await openCode(call.input.code, call)
  if (open === undefined) return refuse('BINDING_GONE')
  if (!mayConfirmBinding(open.binding, call.account)) return refuse('SECOND_OFFICER')
  const { _id: id, person, union } = open.binding
  const unionName = (await call.store.get(unions, union))?.name ?? ''
  const audit = auditing(call, { action: 'binding.take', subject: person, union })
  return call.act(async (tx) => {
    const account = await tx.get(accounts, call.account)
    if (account?.person !== undefined && account.person !== person) return refuse('ACCOUNT_TAKEN')
    const binding = await tx.get(bindings, id)
    if (binding === undefined || binding.waiting || binding.expiresAt <= call.now) return refuse('BINDING_GONE')
    await tx.put(bindings, {
      ...binding,
      account: call.account,
      waiting: true,
      expiresAt: isoTime(Date.parse(call.now) + bindingWaitsMs),
    })
    await audit(tx)
    return succeed({ unionName })
  })
})
