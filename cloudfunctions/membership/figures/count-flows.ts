import type { UnionId } from '../../../shared/core/ids'
import { changeOfFlow } from '../../../shared/contract/membership-rounds'
import { flowKeys, fromKeys, noFlows, rangeOf, type Flows } from '../../../shared/org/figures'
import { membershipEvents } from '../../_kernel/records/memberships'
import type { Store } from '../../_kernel/store/port'
import { changesOf } from '../rounds/changes'

/** 一个月的变动 of one union, by the day on which each was recorded. Most unions have none in most months: two looks, then. */
export async function countFlows(union: UnionId, month: string, store: Store): Promise<Flows> {
  const { from, until } = rangeOf(month)
  const within = { from, until, limit: 1 }
  const [here, away] = await Promise.all([
    store.find(membershipEvents, { index: 'byUnion', equals: { union }, ...within }),
    store.find(membershipEvents, { index: 'byFrom', equals: { fromUnion: union }, ...within }),
  ])
  if (here.documents.length === 0 && away.documents.length === 0) return noFlows
  const counts = await Promise.all(
    flowKeys.map(async (key) => {
      const { index, equals } = changesOf(union, changeOfFlow[key], from)
      return [key, await store.count(membershipEvents, { index, equals, from, until })] as const
    }),
  )
  const found = new Map(counts)
  return fromKeys(flowKeys, (key) => found.get(key) ?? 0)
}
