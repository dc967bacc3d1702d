import { RemarkItem, type Remark, type Score } from './remark'

/** 补充评价汇总: shown after the close, where there are enough of them that none can be told from the others. */
export interface RemarksShown {
  /** Of each of the 六有, how many gave 1, 2, 3, 4 and 5; items that too few scored are left out. */
  readonly scores: Readonly<Partial<Record<RemarkItem, readonly [number, number, number, number, number]>>>
  /** In the order of their text; empty where too few wrote one. */
  readonly comments: readonly string[]
}

export function remarksShown(remarks: readonly Remark[], limit: number): RemarksShown {
  const scored = RemarkItem.options.flatMap((item) => {
    const given = remarks.flatMap(({ scores }) => scores[item] ?? [])
    return given.length < limit ? [] : [[item, distribution(given)]]
  })
  const comments = remarks.flatMap(({ comment }) => (comment === '' ? [] : [comment])).sort()
  return { scores: Object.fromEntries(scored), comments: comments.length < limit ? [] : comments }
}

function distribution(given: readonly Score[]): readonly [number, number, number, number, number] {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  for (const score of given) counts[score - 1] = (counts[score - 1] ?? 0) + 1
  return counts
}
