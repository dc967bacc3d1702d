import { chinaDay, type IsoTime } from '../../../shared/core/time'
import { monthAfter, monthOf, type Flows } from '../../../shared/org/figures'
import type { UnionFiguresRecord } from '../../_kernel/records/figures'
import type { UnionRecord } from '../../_kernel/records/registry'
import type { Store } from '../../_kernel/store/port'
import { countFlows } from './count-flows'
import { countPeople } from './count-people'
import { countTerritory } from './count-territory'
import type { Counted } from './tree'

interface Ports {
  readonly store: Store
  /** Before anything is read: what changes meanwhile may be in it or not. */
  readonly now: IsoTime
}

/** 全部清点: a union with its territory. `open` is the first month that is not closed. */
export async function countWhole(union: UnionRecord, open: string, { store, now }: Ports): Promise<Counted> {
  const territory = await countTerritory(union, store)
  const counted = await countChanged(union, undefined, open, { store, now })
  return { ...counted, own: { ...counted.own, ...territory } }
}

/** 人数变动以后: the territory stays as it was counted last. */
export async function countChanged(
  union: UnionRecord,
  before: UnionFiguresRecord | undefined,
  open: string,
  { store, now }: Ports,
): Promise<Counted> {
  const today = chinaDay(now)
  const months = monthsFrom(open, monthOf(today))
  const [people, flows] = await Promise.all([
    countPeople(union, { store, today }),
    Promise.all(months.map(async (month) => [month, await countFlows(union._id, month, store)] as const)),
  ])
  const { unitsDue = 0, unitsOrganised = 0 } = before?.own ?? {}
  return { union, own: { ...people, unitsDue, unitsOrganised }, flows: new Map<string, Flows>(flows), countedAt: now }
}

/** So many months wait at most: a clock that stood still for longer has lost nothing that the histories do not tell. */
const mostOpen = 3

export function monthsFrom(open: string, last: string): readonly string[] {
  const months = [last]
  while (months.length < mostOpen && (months[0] ?? last) > open) months.unshift(monthAfter(months[0] ?? last, -1))
  return months.filter((month) => month >= open)
}
