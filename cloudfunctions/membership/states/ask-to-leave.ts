import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { dueOn } from '../../../shared/membership/due'
import { changed } from '../../../shared/membership/life'
import { auditing } from '../../_kernel/audit'
import { memberships } from '../../_kernel/records/memberships'
import { tasks } from '../../_kernel/records/tasks'
import { implement } from '../../_kernel/serve'
import { openTask, taskId } from '../../_kernel/tasks'
import { nextSubject, openTasksOf } from '../life/closing-tasks'
import { heldHere } from '../life/held'
import { myMember } from './my-member'

/**
 * 退会申请 (章程: 会员有退会自由): no reason is asked for. The union may talk first; it has the days of a transfer’s notice, then silence is an announcement
 * (clock/memberships/announce-leavings.ts).
 */
export const askToLeave = implement(contract.procedures.askToLeave, async (call) => {
  const mine = await myMember(call)
  if (mine === undefined) return refuse('NOT_A_MEMBER')
  const held = await heldHere({ union: mine.union, person: mine._id }, call)
  if (!held.ok || 'refuse' in changed(mine.state, 'leave')) return refuse('NOT_A_MEMBER')
  const { member, union, policy } = held.data
  if ((await openTasksOf(member._id, call)).some(({ kind }) => kind === 'leave-request')) return refuse('LEAVING_ASKED')

  const subject = await nextSubject(member._id, 'leave-request', call)
  const due = dueOn(call.today, policy.values.transferNoticeDays)
  const audit = auditing(call, { action: 'leaving.ask', subject: member._id, union: union._id })
  return call.act(async (tx) => {
    const now = await tx.get(memberships, member._id)
    if (now?.union !== union._id || 'refuse' in changed(now.state, 'leave')) return refuse('NOT_A_MEMBER')
    if ((await tx.get(tasks, taskId('leave-request', subject))) !== undefined) return refuse('LEAVING_ASKED')
    await openTask(
      tx,
      { kind: 'leave-request', subject, person: member._id, union, dueOn: due },
      { by: call.account, at: call.now },
    )
    await audit(tx)
    return succeed({ unionName: union.name, dueOn: due })
  })
})
