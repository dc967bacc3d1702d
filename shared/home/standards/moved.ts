import type { UnionId } from '../../core/ids'

interface LookedAtBy {
  readonly checker: UnionId
  readonly settler?: UnionId | undefined
}

/**
 * 隶属变了 (A7): who checks an assessment, and who settles the objection to its result, of a union that has these above it now, the nearest first. Who is above it still
 * stays; in place of who is not comes the nearest, and the one above the checker.
 */
export function lookedAtBy({ checker, settler }: LookedAtBy, above: readonly UnionId[]): LookedAtBy {
  const [nearest] = above
  if (nearest === undefined) return { checker, settler }
  const checks = above.includes(checker) ? checker : nearest
  if (settler === undefined || above.includes(settler)) return { checker: checks, settler }
  return { checker: checks, settler: above[above.indexOf(checks) + 1] ?? checks }
}
