import { refuse, succeed } from '../../shared/core/outcome'
import { membership } from '../../shared/contract/membership'
import { auditing } from '../_kernel/audit'
import { applications } from '../_kernel/records/applications'
import { implement } from '../_kernel/serve'
import { releaseClaims, stepped, withoutProof } from './close'

/** 撤回申请. */
export const withdraw = implement(membership.procedures.withdraw, (call) => {
  const { application: id, seen } = call.input
  const audit = auditing(call, { action: 'application.withdraw', subject: id })
  return call.act(async (tx) => {
    const before = await tx.get(applications, id)
    if (before?.account !== call.account) return refuse('NOT_FOUND')
    const step = stepped(before, 'withdraw', { kind: 'withdrawn', at: call.now, by: call.account })
    if (!step.ok) return refuse(step.code)
    if (before.revision !== seen) return refuse('APPLICATION_CHANGED')
    await tx.put(applications, withoutProof(step.after))
    await releaseClaims(tx, before)
    await audit(tx)
    return succeed({ state: step.after.state })
  })
})
