import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { publications } from '../../_kernel/records/publications'
import { implement } from '../../_kernel/serve'

/** 撤下: with a reason, and for good. An activity that was withdrawn is no evidence. */
export const withdrawPublication = implement(registry.procedures.withdrawPublication, async (call) => {
  const { union, publication, reason } = call.input
  const audit = auditing(call, { action: 'publication.withdraw', subject: publication, union, content: reason })
  return call.act(async (tx) => {
    const record = await tx.get(publications, publication)
    if (record?.union !== union) return refuse('NOT_FOUND')
    if (record.state === 'withdrawn') return refuse('PUBLICATION_WITHDRAWN')
    const { heldOn: _, ...rest } = record
    await tx.put(publications, { ...rest, state: 'withdrawn', withdrawn: { reason, at: call.now } })
    await audit(tx)
    return succeed({})
  })
})
