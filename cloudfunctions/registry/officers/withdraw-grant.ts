import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { mayAppoint } from '../../../shared/org/appointment'
import { auditing } from '../../_kernel/audit'
import { officeGrants } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { appointingAt } from './standpoint'

/** 收回任职码: one that was taken meanwhile is an office, and is ended as one. */
export const withdrawGrant = implement(registry.procedures.withdrawGrant, async (call) => {
  const { union, grant } = call.input
  const appointing = await appointingAt(union, call)
  if (appointing === undefined) return refuse('NOT_FOUND')
  const audit = auditing(call, { action: 'office.grant-withdrawn', subject: grant, union })
  return call.act(async (tx) => {
    const record = await tx.get(officeGrants, grant)
    if (record === undefined || record.union !== union) return refuse('NOT_FOUND')
    if (!mayAppoint(appointing.standpoint, record.role)) return refuse('NOT_ALLOWED')
    await tx.remove(officeGrants, grant)
    await audit(tx)
    return succeed({})
  })
})
