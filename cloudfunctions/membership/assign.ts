import { membership } from '../../shared/contract/membership'
import { refuse, succeed } from '../../shared/core/outcome'
import { auditing } from '../_kernel/audit'
import { notifying } from '../_kernel/notify'
import { applications, isSent } from '../_kernel/records/applications'
import { unions } from '../_kernel/records/registry'
import { implement } from '../_kernel/serve'
import { stepped } from './close'
import { mayAssign } from './deciding/candidates'

/** 指定工会: a human’s answer to 这不对 and to what the rules leave open. The clock keeps running. */
export const assign = implement(membership.procedures.assign, async (call) => {
  const { union, application: id, seen, to, reason } = call.input
  const known = await call.store.get(applications, id)
  if (known?.union !== union) return refuse('NOT_FOUND')
  if (!isSent(known)) return refuse('APPLICATION_CLOSED')
  const notice = notifying(call, {
    account: known.account,
    application: id,
    text: '上级工会已经为您的申请确定了办理的工会，请看进度。',
  })
  const audit = auditing(call, {
    action: 'application.assign',
    subject: id,
    union,
    policyVersion: known.route.policyVersion,
    content: { to, reason },
  })
  return call.act(async (tx) => {
    const before = await tx.get(applications, id)
    if (before?.union !== union) return refuse('APPLICATION_CHANGED')
    const target = await tx.get(unions, to)
    if (target === undefined || !target.direct || !mayAssign(before, union, target))
      return refuse('UNION_NOT_OFFERED', { field: 'to', message: '这个工会不能接收这份申请，请另选一个。' })
    if (target.status !== 'active') return refuse('UNION_NOT_ACTIVE', { field: 'to' })
    const step = stepped(
      before,
      'assign',
      { kind: 'assigned', at: call.now, by: call.account, union: to, unionName: target.name, note: reason },
      { union: to, unionName: target.name, undecided: false },
    )
    if (!step.ok) return refuse(step.code)
    if (before.revision !== seen) return refuse('APPLICATION_CHANGED')
    await tx.put(applications, step.after)
    await notice(tx)
    await audit(tx)
    return succeed({ state: step.after.state })
  })
})
