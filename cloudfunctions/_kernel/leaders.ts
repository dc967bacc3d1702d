import type { AccountId, UnionId } from '../../shared/core/ids'
import { officers } from './records/registry'
import type { Call } from './serve'

/** Chairs and deputies of one union: more are not told at once. */
const mostTold = 10

/** 主席、副主席 who are in office. */
export async function leadersOf(
  union: UnionId,
  { store, now }: Pick<Call<unknown>, 'store' | 'now'>,
): Promise<readonly AccountId[]> {
  const held = await store.find(officers, { index: 'byUnion', equals: { union }, limit: 100 })
  return held.documents
    .filter(({ role, until }) => (role === 'chair' || role === 'deputy') && (until === undefined || until > now))
    .slice(0, mostTold)
    .map(({ account }) => account)
}
