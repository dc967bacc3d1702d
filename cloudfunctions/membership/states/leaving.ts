import { membership as contract } from '../../../shared/contract/membership'
import { succeed } from '../../../shared/core/outcome'
import { auditView } from '../../_kernel/audit'
import { implement } from '../../_kernel/serve'
import { namedOf, taskHere } from '../life/held'

/** 一份退会申请, for the officer who may talk first. */
export const leaving = implement(contract.procedures.leaving, async (call) => {
  const found = await taskHere(call.input, ['leave-request'], call)
  if (!found.ok) return found
  const { task, member, desk } = found.data
  await auditView(call, { action: 'leaving.view', subject: member._id, union: desk._id })
  return succeed({ ...namedOf(member, call), askedAt: task.openedAt, dueOn: task.dueOn, open: task.state === 'open' })
})
