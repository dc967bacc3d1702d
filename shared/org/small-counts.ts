/** A number as it may be shown: itself; `few`, less than the limit, nobody among it; or `withheld`, because it would tell a small one. */
export type Shown =
  { readonly kind: 'exact'; readonly count: number } | { readonly kind: 'few' } | { readonly kind: 'withheld' }

/** With a lower limit one solution is left too often. */
export const leastLimit = 3

/**
 * 小数字保护: the parts of a total that everybody knows, so that none of those below `limit` can be computed, not even by whoever knows this rule
 * (docs/rules/figures.md, S1–S4). Either every part below the limit is `few`, or none is told at all.
 */
export function protectedParts<Key extends string>(
  parts: Readonly<Record<Key, number>>,
  limit: number,
): Readonly<Record<Key, Shown>> {
  const counts: readonly number[] = Object.values(parts)
  const small = counts.filter((count) => count < limit)
  const hidden = small.reduce((sum, count) => sum + count, 0)
  return mapped(parts, (count): Shown => {
    // S1: nobody is nobody’s secret.
    if (hidden === 0) return { kind: 'exact', count }
    if (!manySolutions(small.length, hidden, limit)) return { kind: 'withheld' }
    return count < limit ? { kind: 'few' } : { kind: 'exact', count }
  })
}

/** S2, S3: so many hidden parts with this sum, in which each could be another number. Half of what they could be at most leaves room on both sides. */
function manySolutions(parts: number, sum: number, limit: number): boolean {
  return parts >= 2 && sum * 2 <= parts * (limit - 1)
}

function mapped<Key extends string>(
  parts: Readonly<Record<Key, number>>,
  shown: (count: number) => Shown,
): Readonly<Record<Key, Shown>> {
  const entries = Object.entries(parts) as [Key, number][]
  return Object.fromEntries(entries.map(([key, count]) => [key, shown(count)])) as Record<Key, Shown>
}
