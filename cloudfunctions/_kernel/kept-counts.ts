import type { IsoTime } from '../../shared/core/time'
import { unreachable } from '../../shared/core/unreachable'
import { applications } from './records/applications'
import { cards } from './records/cards'
import { keptCounts, type Counted, type KeptCount } from './records/kept-counts'
import { memberships } from './records/memberships'
import { tasks } from './records/tasks'
import type { Call } from './serve'
import type { Store } from './store/port'

/** So many are counted for whoever asks, in less time than a page of rows takes. */
export const countedAtOnce = 1_000
/** What nearly every union stays below: one look, whatever has been kept. */
const few = 200
/** A union of so many is not below `countedAtOnce` a minute later. */
const surelyMany = 2 * countedAtOnce
/** The clock counts anew every minute or so; when it has been silent for so long, whoever asks counts. */
const staleMs = 10 * 60_000

/** A number for a page. `asOf` is there when it was counted earlier. */
export interface Count {
  readonly count: number
  readonly asOf?: IsoTime
}

/**
 * 人数、件数: exact up to `countedAtOnce`. No index of either store counts without walking, so that beyond it the last count is told, with its time; that
 * keeps a page as fast in a union of a hundred thousand as in one of a hundred (docs/decisions/0011).
 */
export async function howMany(of: Counted, call: Pick<Call<unknown>, 'store' | 'now' | 'today'>): Promise<Count> {
  const { store, now, today } = call
  const [first, last] = await Promise.all([countOf(of, store, few), store.get(keptCounts, idOf(of))])
  if (first < few) return { count: first }
  const kept = last !== undefined && Date.parse(now) - Date.parse(last.countedAt) < staleMs ? last : undefined
  if (kept === undefined || kept.count < surelyMany) {
    const count = await countOf(of, store, countedAtOnce)
    if (count < countedAtOnce) return { count }
  }
  if (kept === undefined) {
    const count = await countOf(of, store)
    await keep({ _id: idOf(of), of, count, countedAt: now, askedOn: today }, store)
    return { count, asOf: now }
  }
  if (kept.askedOn !== today) await keep({ ...kept, askedOn: today }, store)
  return { count: Math.max(kept.count, countedAtOnce), asOf: kept.countedAt }
}

/** The time of the oldest of these numbers; nothing where all are of this moment. */
export function countedAt(counts: readonly Count[]): { readonly countedAt?: IsoTime } {
  const [oldest] = counts.flatMap(({ asOf }) => asOf ?? []).sort()
  return oldest === undefined ? {} : { countedAt: oldest }
}

export function countOf(of: Counted, store: Pick<Store, 'count'>, atMost?: number): Promise<number> {
  const limit = atMost === undefined ? {} : { atMost }
  const { union } = of
  switch (of.what) {
    case 'roster':
      return store.count(memberships, { index: 'byUnion', equals: { union }, ...limit })
    case 'roster-of-unit':
      return store.count(memberships, { index: 'byUnionUnit', equals: { union, unit: of.unit }, ...limit })
    case 'active':
      return store.count(memberships, { index: 'byUnion', equals: { union, state: 'active' }, ...limit })
    case 'in-state': {
      const { state, unit } = of
      return unit === undefined
        ? store.count(memberships, { index: 'byUnion', equals: { union, state }, ...limit })
        : store.count(memberships, { index: 'byUnionUnit', equals: { union, unit, state }, ...limit })
    }
    case 'cards':
      return store.count(cards, { index: 'byUnion', equals: { union, state: of.state }, ...limit })
    case 'waiting':
      return store.count(applications, { index: 'inbox', equals: { desk: union, state: 'submitted' }, ...limit })
    case 'tasks':
      return store.count(tasks, { index: 'inbox', equals: { desk: union, state: 'open' }, ...limit })
    case 'due-before': {
      const waiting = { index: 'inbox', equals: { desk: union, state: 'submitted' } } as const
      return store.count(applications, { ...waiting, until: of.day, ...limit })
    }
    default:
      return unreachable(of)
  }
}

function idOf(of: Counted): string {
  const place = `${of.what}:${of.union}`
  switch (of.what) {
    case 'roster-of-unit':
      return `${place}:${of.unit}`
    case 'due-before':
      return `${place}:${of.day}`
    case 'in-state':
      return `${place}:${of.state}${of.unit === undefined ? '' : `:${of.unit}`}`
    case 'cards':
      return `${place}:${of.state}`
    case 'roster':
    case 'active':
    case 'waiting':
    case 'tasks':
      return place
    default:
      return unreachable(of)
  }
}

function keep(record: KeptCount, store: Store): Promise<void> {
  return store.transact((tx) => tx.put(keptCounts, record))
}
