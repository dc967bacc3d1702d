import { membership as contract } from '../../../shared/contract/membership'
import { HandedCode } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { isoTime } from '../../../shared/core/time'
import { bindingCodeLivesMs } from '../../../shared/membership/binding'
import { isHeld } from '../../../shared/membership/life'
import { auditing } from '../../_kernel/audit'
import { memberships } from '../../_kernel/records/memberships'
import { bindings } from '../../_kernel/records/persons'
import { implement } from '../../_kernel/serve'
import { bindingId } from './codes'

/** 当面绑定，第一步: the officer has the person before them, with their document. */
export const openBinding = implement(contract.procedures.openBinding, async (call) => {
  const { union, person } = call.input
  const membership = await call.store.get(memberships, person)
  if (membership?.union !== union) return refuse('NOT_FOUND')
  if (!isHeld(membership.state)) return refuse('MEMBERSHIP_ENDED')
  const code = HandedCode.parse(call.random.id())
  const expiresAt = isoTime(Date.parse(call.now) + bindingCodeLivesMs)
  const audit = auditing(call, { action: 'binding.open', subject: person, union })
  return call.act(async (tx) => {
    await tx.insert(bindings, {
      _id: bindingId(code, call),
      person,
      union,
      openedBy: call.account,
      openedAt: call.now,
      expiresAt,
      waiting: false,
    })
    await audit(tx)
    return succeed({ code, link: call.handedLink('binding', code), expiresAt })
  })
})
