import type { UnionId } from '../../../shared/core/ids'
import { reportPeriod, type ReportPeriod } from '../../../shared/org/reporting'
import { policyOfUnion } from '../policy-of-union'
import type { UnionRecord } from '../records/registry'
import { reports } from '../records/reports'
import type { Call } from '../serve'
import type { Transaction } from '../store/port'

type Ports = Pick<Call<unknown>, 'store' | 'today'>

/** 本期: the same for every union of a region. */
export async function currentPeriod(union: Pick<UnionRecord, 'region'>, call: Ports): Promise<ReportPeriod> {
  return reportPeriod((await policyOfUnion(union, call)).values.rosterUpdate, call.today)
}

export const reportId = (union: UnionId, period: string): string => `${union}:${period}`

/** A union that ends is in no sum of this period any more: its members are reported by whoever takes them over. */
export async function droppingReport(union: UnionRecord, call: Ports): Promise<(tx: Transaction) => Promise<void>> {
  const { period } = await currentPeriod(union, call)
  return async (tx) => {
    const id = reportId(union._id, period)
    if ((await tx.get(reports, id)) !== undefined) await tx.remove(reports, id)
  }
}

/** A union that moves takes its report of this period along; whoever leads it now has checked none of it. */
export async function movingReport(
  union: UnionRecord,
  to: UnionId,
  call: Ports,
): Promise<(tx: Transaction) => Promise<void>> {
  const { period } = await currentPeriod(union, call)
  return async (tx) => {
    const report = await tx.get(reports, reportId(union._id, period))
    if (report === undefined) return
    const state = report.state === 'checked' ? 'reported' : report.state
    await tx.put(reports, { ...report, parent: to, state, revision: report.revision + 1 })
  }
}
