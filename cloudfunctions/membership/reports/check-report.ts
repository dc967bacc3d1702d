import { reportProcedures } from '../../../shared/contract/membership-reports'
import { refuse, succeed } from '../../../shared/core/outcome'
import { stepped } from '../../../shared/org/reporting'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { unions } from '../../_kernel/records/registry'
import { reports, type ReportRecord } from '../../_kernel/records/reports'
import { implement } from '../../_kernel/serve'
import { leadersOf } from '../../_kernel/leaders'
import { reportId } from '../../_kernel/unions/reports'

/** 审核上报: by the union directly above. What goes back is told to its chair and deputies with the sentence. */
export const checkReport = implement(reportProcedures.checkReport, async (call) => {
  const { union: id, below: belowId, period, seen, verdict } = call.input
  const [above, below] = await Promise.all([call.store.get(unions, id), call.store.get(unions, belowId)])
  if (above === undefined || below?.parent !== above._id) return refuse('NOT_FOUND')
  const subject = reportId(belowId, period)
  const told = verdict.kind === 'return' ? await leadersOf(belowId, call) : []
  const reason = verdict.kind === 'return' ? { reason: verdict.reason } : {}
  const notices = told.map((account) =>
    notifying(call, {
      account,
      text: `${above.name}退回了${below.name}的上报：${reason.reason ?? ''}。改好后请再上报。`,
    }),
  )
  const audit = auditing(call, { action: `report.${verdict.kind}`, subject, union: id, content: reason })
  return call.act(async (tx) => {
    const before = await tx.get(reports, subject)
    const next = stepped(before?.state, verdict.kind)
    if ('refuse' in next) return refuse(next.refuse)
    if (before === undefined || before.parent !== id) return refuse('REPORT_NOT_SENT')
    if (before.revision !== seen) return refuse('REPORT_MOVED_ON')
    const after: ReportRecord = {
      ...before,
      state: next.to,
      revision: before.revision + 1,
      steps: [...before.steps, { step: verdict.kind, at: call.now, by: call.account, ...reason }],
    }
    await tx.put(reports, after)
    for (const notice of notices) await notice(tx)
    await audit(tx)
    return succeed({ state: after.state })
  })
})
