import type { UnionId } from '../../../shared/core/ids'
import type { UnionLabel } from '../../../shared/contract/membership-views'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import type { Store } from '../../_kernel/store/port'

const most = 20
const scanned = 1000
const leadersAsked = 100

/** 可指定的工会: what the rules offered comes first; a search adds active unions at most two levels below the one that decides. */
export async function assignableUnions(
  allowed: readonly UnionLabel[],
  decider: UnionId,
  text: string,
  store: Store,
): Promise<readonly UnionLabel[]> {
  const offered = await Promise.all(allowed.map(({ union }) => store.get(unions, union)))
  const below = await unionsBelow(decider, text, store)
  const found = [...offered.flatMap((union) => union ?? []), ...below].filter(
    (union) => mayTake(union) && union.name.includes(text),
  )
  return [...new Map(found.map((union) => [union._id, { union: union._id, name: union.name }])).values()].slice(0, most)
}

/** Whether this union may be given it: allowed by the rules, or somewhere below the union that decides. */
export function mayAssign(allowed: readonly UnionLabel[], decider: UnionId, to: UnionRecord): boolean {
  return to._id !== decider && (to.line.includes(decider) || allowed.some(({ union }) => union === to._id))
}

/** A union that holds members itself: a 联合会 or 总工会 that only leads unions takes nobody. */
function mayTake(union: UnionRecord): boolean {
  return union.status === 'active' && union.direct
}

async function unionsBelow(decider: UnionId, text: string, store: Store): Promise<readonly UnionRecord[]> {
  const children = await childrenOf(decider, store)
  const direct = children.filter(({ name }) => name.includes(text))
  if (text === '' || direct.filter(mayTake).length >= most) return direct
  const second = await Promise.all(children.slice(0, leadersAsked).map(({ _id }) => childrenOf(_id, store)))
  return [...direct, ...second.flat().filter(({ name }) => name.includes(text))]
}

async function childrenOf(parent: UnionId, store: Store): Promise<readonly UnionRecord[]> {
  return (await store.find(unions, { index: 'byParent', equals: { parent }, limit: scanned })).documents
}
