import type { UnionId } from '../core/ids'
import { ballotsIn, sumOf, type Grades } from './kinds'

/** 小单位合并公布: which figures of a round of reviews under one upper union may be seen. */
export interface UnionResult {
  readonly union: UnionId
  /** Valid ballots, paper and phone in one sum. */
  readonly grades: Grades
  /** What its region asks for in percent; absent where nothing. */
  readonly percent?: number | undefined
}

export interface Publication {
  /** Published by themselves. */
  readonly singles: readonly UnionResult[]
  /** Published as one sum, with the names of the unions in it. */
  readonly pool: Pool | undefined
  /** Too few even together: nothing of them is published, nor any total that has them in it. */
  readonly withheld: readonly UnionResult[]
  /** Of the upper union; undefined while something is withheld. */
  readonly total: Grades | undefined
}

export interface Pool {
  readonly members: readonly UnionResult[]
  readonly grades: Grades
  /** The standard of all its members; undefined where they have different ones. */
  readonly percent: number | undefined
}

/** 少于 20 张有效票, or so few that one 不满意 would fail (n·(100−t) < 100): to pass would tell how everybody voted. Nobody’s ballots are no secret. */
export function isSmall(ballots: number, percent: number | undefined, limit: number): boolean {
  return ballots > 0 && (ballots < limit || (percent !== undefined && ballots * (100 - percent) < 100))
}

/**
 * Parts that have nobody in common, each large enough: whatever is added to or taken from whatever, what comes out are the ballots of whole parts. Where the
 * small ones are too few together, the smallest of the others join them. Where even all of the others are not enough, none of them joins: they are published, and
 * the small ones wait. A later round is a publication of its own.
 */
export function publication(results: readonly UnionResult[], limit: number): Publication {
  const smallFirst = [...results].sort(
    (one, other) => ballotsIn(one.grades) - ballotsIn(other.grades) || (one.union < other.union ? -1 : 1),
  )
  const isAlone = ({ grades, percent }: UnionResult) => !isSmall(ballotsIn(grades), percent, limit)
  const [small, large] = [smallFirst.filter((result) => !isAlone(result)), smallFirst.filter(isAlone)]
  const [pooled, singles] = [[...small], [...large]]
  while (isPoolSmall(pooled, limit)) {
    const joining = singles.findIndex(({ grades }) => ballotsIn(grades) > 0)
    if (joining < 0) return { singles: large, pool: undefined, withheld: small, total: undefined }
    pooled.push(...singles.splice(joining, 1))
  }
  const pool = pooled.length === 0 ? undefined : poolOf(pooled)
  return { singles, pool, withheld: [], total: totalOf(results) }
}

function isPoolSmall(members: readonly UnionResult[], limit: number): boolean {
  const highest = members.reduce((highest, { percent = 0 }) => Math.max(highest, percent), 0)
  return isSmall(ballotsIn(totalOf(members)), highest, limit)
}

function poolOf(members: readonly UnionResult[]): Pool {
  const [first] = members
  const isCommon = members.every(({ percent }) => percent === first?.percent)
  return { members, grades: totalOf(members), percent: isCommon ? first?.percent : undefined }
}

function totalOf(results: readonly UnionResult[]): Grades {
  return sumOf(...results.map(({ grades }) => grades))
}
