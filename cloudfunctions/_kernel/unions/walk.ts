import type { WalkLevel } from '../records/review-rounds'
import { unions, type UnionRecord } from '../records/registry'
import type { Store } from '../store/port'

export interface Met {
  readonly union: UnionRecord
  /** Where the walk goes on after it. */
  readonly levels: readonly WalkLevel[]
}

/** 逐级走访: the next union below, each before those below itself. Undefined at the end. A level that has no more is forgotten, so that there are never more than a line is deep. */
export async function nextBelow(
  levels: readonly WalkLevel[],
  { store }: { readonly store: Pick<Store, 'find'> },
): Promise<Met | undefined> {
  for (let left = levels; ; left = left.slice(0, -1)) {
    const level = left.at(-1)
    if (level === undefined) return undefined
    const { parent, cursor } = level
    const page = await store.find(unions, {
      index: 'byParent',
      equals: { parent },
      limit: 1,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const [union] = page.documents
    if (union === undefined) continue
    const here = page.cursor === undefined ? [] : [{ parent, cursor: page.cursor }]
    return { union, levels: [...left.slice(0, -1), ...here, { parent: union._id }] }
  }
}
