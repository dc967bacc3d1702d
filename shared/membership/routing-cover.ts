import type { UnionId, UnitId } from '../core/ids'
import { territorialTypes } from '../org/union'
import type { Unit } from '../org/unit'
import type { RoutingIndex } from './routing-types'

/** 覆盖: the unions that organise a unit's workers, best first, and the row of the table that found them. */
export type Cover =
  | { readonly by: 'C1' | 'C2' | 'C3' | 'C4'; readonly unions: readonly [UnionId, ...UnionId[]] }
  | { readonly by: 'none'; readonly unions: readonly [] }

const uncovered: Cover = { by: 'none', unions: [] }

/**
 * 单位由哪个工会覆盖 (ROUTING.md, cover; 000 一(二)–(四), 003 二(一), 004 4, 6):
 * C1 its own union, active. C2 not a legal person: whatever covers its parent. C3 active joint unions that list it, territorial types first, then
 * by id. C4 机关 or 事业单位: the first that covers its parent. Otherwise nobody: a legal person of a group is not covered by the group's union.
 */
export function cover(index: RoutingIndex, id: UnitId | null | undefined): Cover {
  return coverOf(index, id, new Set())
}

/** A unit that is not on record covers nothing; a circle of parents ends where it began. */
function coverOf(index: RoutingIndex, id: UnitId | null | undefined, seen: ReadonlySet<UnitId>): Cover {
  const unit = id && !seen.has(id) ? index.unit(id) : undefined
  if (!id || unit === undefined) return uncovered
  const coverOfParent = () => coverOf(index, unit.parent, new Set([...seen, id]))

  if (unit.union && isActive(index, unit.union)) return { by: 'C1', unions: [unit.union] }

  if (!isLegalPerson(unit)) {
    const { unions } = coverOfParent()
    if (isSome(unions)) return { by: 'C2', unions }
  }

  const joint = jointUnions(index, id)
  if (isSome(joint)) return { by: 'C3', unions: joint }

  if (followsLeadershipLine(unit)) {
    const [first] = coverOfParent().unions
    if (first !== undefined) return { by: 'C4', unions: [first] }
  }
  return uncovered
}

function jointUnions(index: RoutingIndex, id: UnitId): readonly UnionId[] {
  const active = index.joint(id).filter((union) => isActive(index, union))
  return [
    ...active.filter((union) => isTerritorial(index, union)),
    ...active.filter((union) => !isTerritorial(index, union)),
  ]
}

/** A union that is not on record is not known to be active, and nobody is sent to it. */
export function isActive(index: RoutingIndex, id: UnionId): boolean {
  const union = index.union(id)
  return union !== undefined && (union.status ?? 'active') === 'active'
}

export function isTerritorial(index: RoutingIndex, id: UnionId): boolean {
  const union = index.union(id)
  return union !== undefined && territorialTypes.has(union.type)
}

export function isLegalPerson(unit: Unit): boolean {
  return unit.legalPerson ?? true
}

/** 机关、事业单位 follow the line of their party and administrative leadership (000 一(二)(三)). */
function followsLeadershipLine(unit: Unit): boolean {
  return unit.kind === '机关' || unit.kind === '事业单位'
}

function isSome(unions: readonly UnionId[]): unions is readonly [UnionId, ...UnionId[]] {
  return unions.length > 0
}
