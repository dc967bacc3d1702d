import { roundProcedures } from '../../../shared/contract/membership-rounds'
import type { z } from 'zod'
import type { RegionId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { unreachable } from '../../../shared/core/unreachable'
import type { Rhythm } from '../../../shared/org/half-year'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { reports } from '../../_kernel/records/reports'
import { implement, type Call } from '../../_kernel/serve'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { currentPeriod, reportId } from '../../_kernel/unions/reports'
import { reportView } from '../reports/report'
import { dueOf, lastRound } from './due'

const pageSize = 50
/** Pages looked through for one answer of those that have not reported. */
const mostPages = 4

/** 下级工会核对到哪了: one read per union, and one per place they are in. */
export const roundsBelow = implement(roundProcedures.roundsBelow, async (call) => {
  const { union, show } = call.input
  const above = await call.store.get(unions, union)
  if (above === undefined) return refuse('NOT_FOUND')
  const { period } = await currentPeriod(above, call)
  const rows: Row[] = []
  let { cursor } = call.input
  for (let page = 0; page < mostPages; page++) {
    const found = await call.store.find(unions, {
      index: 'byParent',
      equals: { parent: union },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const active = found.documents.filter(({ status }) => status === 'active')
    const all = await statesOf(active, period, call)
    rows.push(...all.filter((row) => isShown(row, show)))
    cursor = found.cursor
    if (cursor === undefined || rows.length >= pageSize || show === 'all') break
  }
  return succeed({ period, rows, ...(cursor === undefined ? {} : { cursor }) })
})

type Answer = z.output<typeof roundProcedures.roundsBelow.output>
type Row = Answer['rows'][number]

function isShown({ report }: Row, show: z.output<typeof roundProcedures.roundsBelow.input>['show']): boolean {
  switch (show) {
    case 'all':
      return true
    case 'reported':
      return report?.state === 'reported'
    case 'unchecked':
      return report === undefined || report.state === 'returned'
    default:
      return unreachable(show)
  }
}

async function statesOf(
  below: readonly UnionRecord[],
  period: string,
  call: Pick<Call<unknown>, 'store' | 'today'>,
): Promise<readonly Row[]> {
  const rhythms = new Map<RegionId, Rhythm>()
  for (const union of below)
    if (!rhythms.has(union.region)) rhythms.set(union.region, (await policyOfUnion(union, call)).values.rosterUpdate)
  return Promise.all(
    below.map(async (union) => {
      const [last, report] = await Promise.all([
        lastRound(union, call),
        call.store.get(reports, reportId(union._id, period)),
      ])
      const rhythm = rhythms.get(union.region)
      if (rhythm === undefined) throw new Error('a place without a policy')
      const { state, dueOn } = dueOf(union, rhythm, last, call.today)
      return {
        union: union._id,
        name: union.name,
        state,
        dueOn,
        ...(last === undefined ? {} : { lastClosedOn: last.closedOn, members: last.composition.members }),
        ...(report === undefined ? {} : { report: reportView(report) }),
      }
    }),
  )
}
