import type { z } from 'zod'
import type { ReportView } from '../../../shared/contract/membership-reports'
import type { UnionId } from '../../../shared/core/ids'
import { stepped, type ReportRefusal } from '../../../shared/org/reporting'
import { unionFigures } from '../../_kernel/records/figures'
import { memberships } from '../../_kernel/records/memberships'
import { units, type UnionRecord } from '../../_kernel/records/registry'
import { reports, type ReportNumbers, type ReportRecord } from '../../_kernel/records/reports'
import type { RoundRecord } from '../../_kernel/records/rounds'
import type { Call } from '../../_kernel/serve'
import type { Store } from '../../_kernel/store/port'
import { reportId } from '../../_kernel/unions/reports'
import { staffOf } from '../figures/count-people'

/** How many unions there are directly below: as the clock counted them, a minute ago. */
export function unionsBelow(union: UnionId, store: Store): Promise<number> {
  return store.count(unionFigures, { index: 'byParent', equals: { parent: union, active: true } })
}

/** The numbers of the union alone, as they are now; only the women, whom no index knows, are as its half-year round counted them. */
export async function ownNumbers(
  union: UnionRecord,
  round: Pick<RoundRecord, 'composition'> | undefined,
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<ReportNumbers> {
  const hostUnit = union.hostUnit === undefined ? undefined : await store.get(units, union.hostUnit)
  const inState = (state: 'active' | 'retained') =>
    store.count(memberships, { index: 'byUnion', equals: { union: union._id, state } })
  const [members, retained, staff] = await Promise.all([
    inState('active'),
    inState('retained'),
    staffOf(union, hostUnit, store),
  ])
  const women = Math.min(round?.composition.women ?? 0, members)
  return { unions: 1, members, retained, women, staff: staff ?? 0 }
}

const pageSize = 1_000

/** 审核无误的: the sum of what was found in order directly below; anything else does not go up. */
export async function checkedBelow(
  union: UnionId,
  period: string,
  store: Store,
): Promise<{ readonly numbers: ReportNumbers; readonly many: number }> {
  let numbers: ReportNumbers = { unions: 0, members: 0, retained: 0, women: 0, staff: 0 }
  let many = 0
  let cursor: string | undefined
  do {
    const page = await store.find(reports, {
      index: 'byParent',
      equals: { parent: union, period, state: 'checked' },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const report of page.documents) numbers = together(numbers, report.numbers)
    many += page.documents.length
    cursor = page.cursor
  } while (cursor !== undefined)
  return { numbers, many }
}

export function together(one: ReportNumbers, other: ReportNumbers): ReportNumbers {
  return {
    unions: one.unions + other.unions,
    members: one.members + other.members,
    retained: one.retained + other.retained,
    women: one.women + other.women,
    staff: one.staff + other.staff,
  }
}

type Sent = Pick<ReportRecord, 'union' | 'parent' | 'period' | 'numbers' | 'below' | 'checkedBelow'>

/** What sending makes of the report that is there. */
export function sentReport(
  before: ReportRecord | undefined,
  sent: Sent,
  { now, account }: Pick<Call<unknown>, 'now' | 'account'>,
): ReportRecord | { readonly refuse: ReportRefusal } {
  const next = stepped(before?.state, 'send')
  if ('refuse' in next) return next
  return {
    _id: reportId(sent.union, sent.period),
    ...sent,
    state: next.to,
    revision: (before?.revision ?? 0) + 1,
    steps: [...(before?.steps ?? []), { step: 'send', at: now, by: account }],
  }
}

export function reportView(report: ReportRecord): z.output<typeof ReportView> {
  const { state, numbers, below, checkedBelow: checked, revision, steps } = report
  const reason = steps.at(-1)?.reason
  return {
    state,
    numbers,
    below,
    checkedBelow: checked,
    seen: revision,
    ...(state === 'returned' && reason !== undefined ? { reason } : {}),
  }
}
