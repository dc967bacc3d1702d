import type { UnionId } from '../../../shared/core/ids'
import { isoTime, type IsoTime } from '../../../shared/core/time'
import {
  firstDayOf,
  flowKeys,
  fromKeys,
  monthAfter,
  noFlows,
  type FlowKey,
  type Flows,
} from '../../../shared/org/figures'
import type { RoundChangeKind } from '../../../shared/contract/membership-rounds'
import { membershipEvents } from '../../_kernel/records/memberships'
import type { Store } from '../../_kernel/store/port'
import { changesOf } from '../rounds/changes'

const kindOf: Readonly<Record<FlowKey, RoundChangeKind>> = {
  joined: 'joined',
  movedIn: 'moved-in',
  resumed: 'resumed',
  movedOut: 'moved-out',
  retained: 'retained',
  left: 'left',
  expelled: 'expelled',
  deceased: 'deceased',
  reinstated: 'reinstated',
}

/** 一个月的变动 of one union, by the day on which each was recorded. Most unions have none in most months: two looks, then. */
export async function countFlows(union: UnionId, month: string, store: Store): Promise<Flows> {
  const [from, until] = [beginningOf(month), beginningOf(monthAfter(month))]
  const within = { from, until, limit: 1 }
  const [here, away] = await Promise.all([
    store.find(membershipEvents, { index: 'byUnion', equals: { union }, ...within }),
    store.find(membershipEvents, { index: 'byFrom', equals: { fromUnion: union }, ...within }),
  ])
  if (here.documents.length === 0 && away.documents.length === 0) return noFlows
  const counts = await Promise.all(
    flowKeys.map(async (key) => {
      const { index, equals } = changesOf(union, kindOf[key], from)
      return [key, await store.count(membershipEvents, { index, equals, from, until })] as const
    }),
  )
  const found = new Map(counts)
  return fromKeys(flowKeys, (key) => found.get(key) ?? 0)
}

/** The first moment of a month in China. */
function beginningOf(month: string): IsoTime {
  return isoTime(Date.parse(`${firstDayOf(month)}T00:00:00+08:00`))
}
