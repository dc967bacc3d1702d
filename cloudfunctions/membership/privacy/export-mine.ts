import { membership } from '../../../shared/contract/membership'
import { succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { confirming } from '../../_kernel/desk/confirming'
import { implement } from '../../_kernel/serve'
import { myData } from './my-data'

/** 带走我的数据 (PIPL §45). */
export const exportMine = implement(membership.procedures.exportMine, async (call) => {
  const data = await myData('whole', call)
  const confirmed = confirming({ kind: 'export-mine' }, call.input.confirmation, call)
  const audit = auditing(call, { action: 'data.export', subject: call.account })
  return call.act(async (tx) => {
    const allowed = await confirmed(tx)
    if (!allowed.ok) return allowed
    await audit(tx)
    return succeed({ madeAt: call.now, data })
  })
})
