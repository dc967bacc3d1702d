import type { UnionRecord } from '../../_kernel/records/registry'
import { reports } from '../../_kernel/records/reports'
import type { RoundRecord } from '../../_kernel/records/rounds'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { hasActiveBelow } from '../../_kernel/unions/below'
import { currentPeriod } from '../../_kernel/unions/reports'
import { ownNumbers, sentReport } from './report'

/**
 * 办结即上报: a union that has none below it reports by closing its half-year round, and is asked for nothing more (002 五(三)). One that leads others sends its
 * report itself, when it has checked theirs; and what is checked already stays.
 */
export async function reportingRound(
  union: UnionRecord,
  composition: RoundRecord['composition'],
  call: Pick<Call<unknown>, 'store' | 'today' | 'now' | 'account'>,
): Promise<(tx: Transaction) => Promise<void>> {
  const { _id, parent } = union
  if (parent === undefined || (await hasActiveBelow(_id, call.store))) return async () => {}
  const [{ period }, numbers] = await Promise.all([
    currentPeriod(union, call),
    ownNumbers(union, { composition }, call),
  ])
  return async (tx) => {
    const before = await tx.get(reports, `${_id}:${period}`)
    const report = sentReport(before, { union: _id, parent, period, numbers, below: 0, checkedBelow: 0 }, call)
    if (!('refuse' in report)) await tx.put(reports, report)
  }
}
