import { membership } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { stepTask } from '../../_kernel/tasks'
import { foundingTaskAt } from './founding-task'

/** 办了，或者不用办. */
export const settleFoundingTask = implement(membership.procedures.settleFoundingTask, async (call) => {
  const { union: id, task: key, verdict } = call.input
  const [task, union] = await Promise.all([foundingTaskAt(call.store, id, key), call.store.get(unions, id)])
  if (task === undefined || union === undefined) return refuse('NOT_FOUND')
  const audit = auditing(call, { action: `founding-task.${verdict}`, subject: task.subject, union: id })
  return call.act(async (tx) => {
    const kind = verdict === 'done' ? 'finish' : 'drop'
    const step = await stepTask(tx, key, { kind }, union, { by: call.account, at: call.now })
    if (!step.ok) return step
    await audit(tx)
    return succeed({})
  })
})
