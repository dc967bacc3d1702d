import { membership as contract } from '../../../shared/contract/membership'
import { succeed } from '../../../shared/core/outcome'
import { auditView } from '../../_kernel/audit'
import { units } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { workTasks } from '../life/closing-tasks'
import { namedOf, taskHere } from '../life/held'

/** 该看一看的会员: whose contract ran out, or whose secondment reached six months. */
export const look = implement(contract.procedures.look, async (call) => {
  const found = await taskHere(call.input, workTasks, call)
  if (!found.ok) return found
  const { task, member, desk } = found.data
  await auditView(call, { action: 'member.view', subject: member._id, union: desk._id })
  const { contractUntil, seconded } = member
  const host = seconded?.host === undefined ? undefined : await call.store.get(units, seconded.host)
  return succeed({
    ...namedOf(member, call),
    kind: task.kind === 'contract-end' ? ('contract-end' as const) : ('secondment-end' as const),
    open: task.state === 'open',
    dueOn: task.dueOn,
    ...(contractUntil === undefined ? {} : { contractUntil }),
    ...(seconded === undefined ? {} : { seconded: { hostName: host?.name ?? '', since: seconded.since } }),
  })
})
