import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { stepTask } from '../../_kernel/tasks'
import { openTasksOf } from '../life/closing-tasks'
import { myMember } from './my-member'

/** 撤回退会申请: as long as nobody announced it. */
export const takeBackLeaving = implement(contract.procedures.takeBackLeaving, async (call) => {
  const member = await myMember(call)
  if (member === undefined) return refuse('TASK_CLOSED')
  const request = (await openTasksOf(member._id, call)).find(({ kind }) => kind === 'leave-request')
  const union = await call.store.get(unions, member.union)
  if (request === undefined || union === undefined) return refuse('TASK_CLOSED')
  const audit = auditing(call, { action: 'leaving.take-back', subject: member._id, union: union._id })
  return call.act(async (tx) => {
    const dropped = await stepTask(tx, request._id, { kind: 'drop' }, union, { by: call.account, at: call.now })
    if (!dropped.ok) return dropped
    await audit(tx)
    return succeed({ unionName: union.name })
  })
})
