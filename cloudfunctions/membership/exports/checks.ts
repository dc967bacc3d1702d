import { chinaDay, isoTime, type IsoTime } from '../../../shared/core/time'
import type { UnionId } from '../../../shared/core/ids'
import { isCheckedUpTo } from '../../../shared/roster/export'
import type { LevelCheck } from '../../../shared/roster/layout'
import { membershipEvents } from '../../_kernel/records/memberships'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { reports, type ReportRecord } from '../../_kernel/records/reports'
import { currentPeriod, reportId } from '../../_kernel/unions/reports'
import { currentRound } from '../rounds/due'
import type { ExportPorts } from './job'

type Ports = Pick<ExportPorts, 'store' | 'today'>

/** Whether a union’s table may be had by one above it: of itself always, else when every level between has found the report in order. */
export async function mayGoUpTo(asking: UnionId, union: UnionRecord, ports: Ports): Promise<boolean> {
  if (union._id === asking) return true
  const found = new Map<UnionId, ReportRecord | undefined>()
  for (const report of await reportsAlong(union, ports)) found.set(report.union, report)
  return isCheckedUpTo(union.line, asking, (one) => found.get(one)?.state === 'checked')
}

/** 审核情况, level by level: its own half-year round, and then each level above. */
export async function checksOf(union: UnionRecord, ports: Ports): Promise<readonly LevelCheck[]> {
  const [{ opensOn }, { last }, along, above] = await Promise.all([
    currentPeriod(union, ports),
    currentRound(union, ports),
    reportsAlong(union, ports),
    Promise.all(union.line.slice(1).map((id) => ports.store.get(unions, id))),
  ])
  const own = last !== undefined && last.closedOn >= opensOn ? last : undefined
  const changedSince = own === undefined ? 0 : await changesSince(union._id, own.closedAt, ports)
  return [
    { unionName: union.name, checkedOn: own?.closedOn, ...(changedSince === 0 ? {} : { changedSince }) },
    ...above.flatMap((checking, level) => {
      const report = along.find((one) => one.union === union.line[level])
      return checking === undefined ? [] : [{ unionName: checking.name, checkedOn: checkedOn(report) }]
    }),
  ]
}

/** What was found in order is the roster of that day; how much has become of it since stands beside it. */
function changesSince(union: UnionId, since: IsoTime, { store }: Ports): Promise<number> {
  const after = isoTime(Date.parse(since) + 1)
  return store.count(membershipEvents, { index: 'byUnion', equals: { union }, from: after, atMost: 1_000 })
}

function checkedOn(report: ReportRecord | undefined): string | undefined {
  const step = report?.state === 'checked' ? report.steps.at(-1) : undefined
  return step === undefined ? undefined : chinaDay(step.at)
}

async function reportsAlong(union: UnionRecord, ports: Ports): Promise<readonly ReportRecord[]> {
  const { period } = await currentPeriod(union, ports)
  const found = await Promise.all(union.line.map((id) => ports.store.get(reports, reportId(id, period))))
  return found.flatMap((report) => report ?? [])
}
