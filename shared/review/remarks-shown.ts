import { RemarkItem, type Remark, type Score } from './remark'

/** How many gave 1, 2, 3, 4 and 5. */
export type Ratings = readonly [number, number, number, number, number]
export type RatingsOfItems = Readonly<Partial<Record<RemarkItem, Ratings>>>

/** 评分汇总: adds what these remarks gave to what was counted before; remarks are read in stretches. */
export function withRatings(before: RatingsOfItems, remarks: readonly Remark[]): RatingsOfItems {
  const rated = RemarkItem.options.flatMap((item) => {
    const given = remarks.flatMap(({ scores }) => scores[item] ?? [])
    const ratings = added(before[item] ?? [0, 0, 0, 0, 0], given)
    return given.length === 0 && before[item] === undefined ? [] : [[item, ratings]]
  })
  return Object.fromEntries(rated)
}

/** 补充评价公布: the items that so many rated that none can be told from the others. */
export function ratingsShown(ratings: RatingsOfItems, limit: number): RatingsOfItems {
  const enough = RemarkItem.options.flatMap((item) => {
    const given = ratings[item]
    return given === undefined || given.reduce((sum, each) => sum + each, 0) < limit ? [] : [[item, given]]
  })
  return Object.fromEntries(enough)
}

/** The texts of remarks, in an order that tells nothing. */
export function commentsOf(remarks: readonly Remark[]): readonly string[] {
  return remarks.flatMap(({ comment }) => (comment === '' ? [] : [comment])).sort()
}

function added(before: Ratings, given: readonly Score[]): Ratings {
  const counts: [number, number, number, number, number] = [...before]
  for (const score of given) counts[score - 1] = (counts[score - 1] ?? 0) + 1
  return counts
}
