import { roundProcedures } from '../../../shared/contract/membership-rounds'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { unions } from '../../_kernel/records/registry'
import { reports } from '../../_kernel/records/reports'
import { quotas } from '../../_kernel/records/upkeep'
import { implement } from '../../_kernel/serve'
import { openTask } from '../../_kernel/tasks'
import { hasActiveBelow } from '../../_kernel/unions/below'
import { currentPeriod, reportId } from '../../_kernel/unions/reports'
import { currentRound, roundId } from './due'
import { leadersOf } from '../../_kernel/leaders'

/**
 * 催一下: until somebody above asks, an open round is no document but a date. Then it becomes a task of the union’s, and its chair and deputies are told.
 */
export const nudgeRound = implement(roundProcedures.nudgeRound, async (call) => {
  const [above, below] = await Promise.all([
    call.store.get(unions, call.input.union),
    call.store.get(unions, call.input.below),
  ])
  if (above === undefined || below?.parent !== above._id) return refuse('NOT_FOUND')
  const [{ due }, { period }] = await Promise.all([currentRound(below, call), currentPeriod(below, call)])
  const report = await call.store.get(reports, reportId(below._id, period))
  const isReportLeft =
    due.state === 'closed' &&
    (report?.state === 'returned' || (report === undefined && (await hasActiveBelow(below._id, call.store))))
  if (due.state === 'closed' && !isReportLeft) return refuse('ROUND_CLOSED')
  if (due.state === 'not-due') return refuse('ROUND_NOT_DUE')
  const told = await leadersOf(below._id, call)
  const text = isReportLeft
    ? `${above.name}提醒：${below.name}这一期还没有上报，请尽快办。`
    : `${above.name}提醒：${below.name}的半年核对还没有办结，请在 ${due.dueOn} 前办好。`
  const notices = told.map((account) => notifying(call, { account, text }))
  const subject = roundId(below._id, due.period)
  const onceADay = `nudge:${below._id}:${call.today}`
  const audit = auditing(call, { action: 'round.nudge', subject, union: above._id })
  return call.act(async (tx) => {
    if ((await tx.get(quotas, onceADay)) !== undefined) return refuse('ALREADY_REMINDED')
    await tx.insert(quotas, { _id: onceADay, day: call.today, seen: [] })
    const task = { kind: 'half-year-round', subject, union: below, dueOn: due.dueOn } as const
    // A round that is closed is no task any more: only the report is left, which waits on its own page.
    if (!isReportLeft) await openTask(tx, task, { by: call.account, at: call.now })
    for (const notice of notices) await notice(tx)
    await audit(tx)
    return succeed({ told: notices.length })
  })
})
