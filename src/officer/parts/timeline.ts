import type { TimelineStep } from '../../../shared/contract/membership-views'
import { momentText } from '../../pages/today'

const titles: Readonly<Record<TimelineStep['kind'], string>> = {
  submitted: '本人提交',
  resubmitted: '本人改好重新提交',
  returned: '退回修改',
  approved: '同意入会',
  rejected: '不同意',
  withdrawn: '本人撤回',
  assigned: '上级工会指定',
  escalated: '超期，交上级工会',
  reminded: '本人催办',
}

/** 经过, as an officer reads it: the latest last. */
export function pastSteps(timeline: readonly TimelineStep[]) {
  return timeline.map(({ kind, at, unionName, reasons = [], note }) => ({
    state: kind === 'returned' || kind === 'rejected' || kind === 'withdrawn' ? ('bad' as const) : ('done' as const),
    title: titleOf(kind, unionName),
    note: [momentText(at), ...reasons, ...(note === undefined ? [] : [note])].join('，'),
  }))
}

function titleOf(kind: TimelineStep['kind'], unionName: string | undefined): string {
  if (unionName === undefined) return titles[kind]
  if (kind === 'assigned') return `上级工会指定给${unionName}`
  return kind === 'escalated' ? `没有按时办，交${unionName}` : titles[kind]
}
