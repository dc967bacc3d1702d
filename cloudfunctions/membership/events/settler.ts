import { unions, type UnionRecord } from '../../_kernel/records/registry'
import type { EventItemRecord } from '../../_kernel/records/union-events'
import type { EventPorts } from './ports'

/** 谁来定: the nearest union in being that stands above both sides; a side that stands above the other settles it itself. */
export async function settlerOf(
  { from, to }: Pick<EventItemRecord, 'from' | 'to'>,
  { store }: Pick<EventPorts, 'store'>,
): Promise<UnionRecord> {
  const [left, receiving] = await Promise.all([store.get(unions, from.union), store.get(unions, to.union)])
  for (const id of left?.line ?? []) {
    if (receiving?.line.includes(id) !== true) continue
    const union = await store.get(unions, id)
    if (union?.status === 'active') return union
  }
  if (receiving === undefined) throw new Error(`nobody can settle a move from ${from.union} to ${to.union}`)
  return receiving
}
