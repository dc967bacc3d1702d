import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { provisions } from '../../_kernel/records/provisions'
import { implement } from '../../_kernel/serve'

/** 撤回自己提的. */
export const withdrawProvision = implement(registry.procedures.withdrawProvision, async (call) => {
  const { union, provision } = call.input
  const { account: decidedBy, now: decidedAt } = call
  const audit = auditing(call, { action: 'policy.withdraw', subject: provision, union })
  return call.act(async (tx) => {
    const found = await tx.get(provisions, provision)
    if (found?.union !== union || found.proposedBy !== decidedBy) return refuse('NOT_FOUND')
    if (found.state !== 'proposed') return refuse('PROVISION_SETTLED')
    await tx.put(provisions, { ...found, state: 'withdrawn', decidedBy, decidedAt })
    await audit(tx)
    return succeed({})
  })
})
