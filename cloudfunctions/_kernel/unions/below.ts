import type { UnionId } from '../../../shared/core/ids'
import { unions } from '../records/registry'
import type { Store } from '../store/port'

/** Most have one in being among the first; whoever has only ended ones is looked through to the end. */
const pageSize = 20

/** 下面还有工会: asked of the registry itself, which is never late. Those that have ended are led by nobody. */
export async function hasActiveBelow(union: UnionId, store: Pick<Store, 'find'>): Promise<boolean> {
  let cursor: string | undefined
  do {
    const page = await store.find(unions, {
      index: 'byParent',
      equals: { parent: union },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    if (page.documents.some(({ status }) => status === 'active')) return true
    cursor = page.cursor
  } while (cursor !== undefined)
  return false
}
