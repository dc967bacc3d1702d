import { reportProcedures } from '../../../shared/contract/membership-reports'
import { refuse, succeed } from '../../../shared/core/outcome'
import type { DueRound } from '../../../shared/org/half-year'
import { auditing } from '../../_kernel/audit'
import { unions } from '../../_kernel/records/registry'
import { reports } from '../../_kernel/records/reports'
import { implement } from '../../_kernel/serve'
import { currentPeriod, reportId } from '../../_kernel/unions/reports'
import { currentRound } from '../rounds/due'
import { checkedBelow, ownNumbers, reportView, sentReport, together, unionsBelow } from './report'

/** 上报: its own roster, which must be checked, and of what is below that which was found in order; how much is missing is told with it. */
export const sendReport = implement(reportProcedures.sendReport, async (call) => {
  const union = await call.store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const { _id, parent } = union
  if (parent === undefined) return refuse('NOBODY_ABOVE')
  const [{ period, opensOn }, { due, last }] = await Promise.all([
    currentPeriod(union, call),
    currentRound(union, call),
  ])
  if (call.input.period !== period) return refuse('NOT_FOUND')
  const isClosed = last !== undefined && last.closedOn >= opensOn
  if (!isClosed && due.state !== 'not-due') return refuse('ROUND_FIRST', firstWhen(due))
  const [own, below, checked] = await Promise.all([
    ownNumbers(union, last, call),
    unionsBelow(_id, call.store),
    checkedBelow(_id, period, call.store),
  ])
  const numbers = together(own, checked.numbers)
  const subject = reportId(_id, period)
  const audit = auditing(call, { action: 'report.send', subject, union: _id, content: numbers })
  return call.act(async (tx) => {
    const before = await tx.get(reports, subject)
    const sent = { union: _id, parent, period, numbers, below, checkedBelow: checked.many }
    const report = sentReport(before, sent, call)
    if ('refuse' in report) return refuse('REPORT_CHECKED')
    await tx.put(reports, report)
    await audit(tx)
    return succeed({ report: reportView(report) })
  })
})

/** A union that closed its last round before this period cannot close the next one until that opens. */
function firstWhen({ state, opensOn }: DueRound): { message?: string } {
  return state === 'closed' ? { message: `本会的半年核对 ${opensOn} 才开始，到时办结了再上报。` } : {}
}
