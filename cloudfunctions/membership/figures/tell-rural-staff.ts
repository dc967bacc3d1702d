import { figureProcedures } from '../../../shared/contract/membership-figures'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { toldFigures } from '../../_kernel/records/figures'
import { unions, units } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { staffOf } from './count-people'

/** 填报农民工人数: never more than there are staff. */
export const tellRuralStaff = implement(figureProcedures.tellRuralStaff, async (call) => {
  const { union: id, count } = call.input
  const union = await call.store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  const hostUnit = union.hostUnit === undefined ? undefined : await call.store.get(units, union.hostUnit)
  const staff = await staffOf(union, hostUnit, call.store)
  if (staff !== undefined && count > staff)
    return refuse('FIELD_INVALID', { field: 'count', message: `不会比职工人数（${staff} 人）还多，请核对。` })
  const audit = auditing(call, { action: 'figures.tell', subject: id, union: id, content: { ruralStaff: count } })
  return call.act(async (tx) => {
    await tx.put(toldFigures, { _id: id, ruralStaff: count, on: call.today, by: call.account })
    await audit(tx)
    return succeed({})
  })
})
