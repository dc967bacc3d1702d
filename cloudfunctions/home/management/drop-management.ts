import { home } from '../../../shared/contract/home'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { managementRecords } from '../../_kernel/records/management'
import { implement } from '../../_kernel/serve'

/** 删去登记错了的一条; the trail keeps that it was there. */
export const dropManagement = implement(home.procedures.dropManagement, async (call) => {
  const { union, id } = call.input
  const audit = auditing(call, { action: 'management.drop', subject: id, union })
  return call.act(async (tx) => {
    if ((await tx.get(managementRecords, id))?.union !== union) return refuse('NOT_FOUND')
    await tx.remove(managementRecords, id)
    await audit(tx)
    return succeed({})
  })
})
