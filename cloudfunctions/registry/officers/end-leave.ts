import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { officers } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { endActing } from './acting'
import { ownOffice } from './own-office'

/** 销假. */
export const endLeave = implement(registry.procedures.endLeave, async (call) => {
  const { union } = call.input
  const mine = await ownOffice(call.store, union, call)
  if (mine === undefined) return refuse('OFFICER_UNKNOWN')
  const audit = auditing(call, { action: 'office.leave-ended', subject: mine._id, union })
  return call.act(async (tx) => {
    const own = await ownOffice(tx, union, call)
    if (own === undefined) return refuse('OFFICER_UNKNOWN')
    if (own.leave === undefined) return succeed({})
    const { leave: _, ...back } = own
    await tx.put(officers, back)
    await endActing(tx, own)
    await audit(tx)
    return succeed({})
  })
})
