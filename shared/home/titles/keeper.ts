import type { UnionId } from '../../core/ids'
import type { UnionType } from '../../org/union'
import type { TitleLevel } from './title'

/** A union of the leadership line, as it is looked at here. */
export interface LineUnion {
  readonly _id: UnionId
  readonly type: UnionType
}

/** T6: what unions keep the register of which titles. Those of the province and the nation are handed on, and entered, by the city. */
const keepers: Readonly<Record<TitleLevel, readonly UnionType[]>> = {
  township: ['township_general', 'devzone_union'],
  district: ['district_general'],
  city: ['city_general'],
  province: ['city_general'],
  national: ['city_general'],
}

/**
 * Who assesses, honours and re-checks this union at this level: the nearest union above it of that level (004 18: 上级工会对下级工会的考核评价). Undefined where the line
 * has none: a union is not honoured by itself. `line` is what stands above it, the nearest first.
 */
export function keeperOf(line: readonly LineUnion[], level: TitleLevel): UnionId | undefined {
  return line.find(({ type }) => keepers[level].includes(type))?._id
}
