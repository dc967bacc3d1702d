import type { UnionId } from '../core/ids'
import { last } from '../core/own'

/**
 * 最近的共同上级工会: who decides when somebody says 这不对 (ROUTING.md, last section). `lines` are the leadership lines of the unions offered, each
 * from the union itself upward. A union on top of everything has nobody above it and decides itself.
 */
export function nearestCommonUpper(lines: readonly (readonly UnionId[])[]): UnionId | undefined {
  const [first, ...rest] = lines
  if (first === undefined) return undefined
  return first.slice(1).find((upper) => rest.every((line) => line.slice(1).includes(upper))) ?? last(first)
}
