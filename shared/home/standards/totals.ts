import { hasOwn } from '../../core/own'
import { levelOf } from '../../org/reporting'
import type { UnionType } from '../../org/union'
import type { ItemState, StandardKey } from './keys'

/** Of an item: of so many unions it is met, a gap, or not told by records. */
export interface ItemTotal {
  readonly met: number
  readonly gap: number
  readonly open: number
}

/** Of a list: so many unions are held against it, so many have nothing against them in it, so many have a gap. In 六有 and 六个规范, which are the goal, only those that the goal means, and so in their items. */
export interface StandardTotal {
  readonly unions: number
  readonly met: number
  readonly gap: number
}

/**
 * 底数: sums over unions, along the leadership line. What nobody has is left out, so that a sum is as long as what it says. `assessed` and `passed` are of
 * results of the year in which the union was computed last, or the year before.
 */
export interface StandingTotals {
  readonly unions: number
  readonly assessed: number
  readonly passed: number
  readonly standards: Readonly<Record<string, StandardTotal>>
  readonly items: Readonly<Record<string, ItemTotal>>
}

export const noTotals: StandingTotals = { unions: 0, assessed: 0, passed: 0, standards: {}, items: {} }

/** What one union adds. */
export interface OwnStanding {
  readonly standards: readonly StandardKey[]
  readonly items: Readonly<Record<string, ItemState>>
  /** Which list each item is of. */
  readonly standardOf: (item: string) => StandardKey | undefined
  readonly result: 'met' | 'not-met' | undefined
  readonly type: UnionType
}

/** D1: the goal is one of 基层工会 (鲁会〔2014〕79号 3): general unions and federations are not counted in it, a group of enterprises is. */
function isInGoal(standard: StandardKey, type: UnionType): boolean {
  if (standard !== 'six-have' && standard !== 'six-norms') return true
  return levelOf(type) === 0 || type === 'enterprise_group'
}

export function totalsOf({ standards, items, standardOf, result, type }: OwnStanding): StandingTotals {
  const states = Object.entries(items).filter(([id]) => {
    const standard = standardOf(id)
    return standard !== undefined && isInGoal(standard, type)
  })
  return {
    unions: 1,
    assessed: result === undefined ? 0 : 1,
    passed: result === 'met' ? 1 : 0,
    standards: Object.fromEntries(
      standards
        .filter((standard) => isInGoal(standard, type))
        .map((standard) => {
          const own = states.filter(([id]) => standardOf(id) === standard).map(([, state]) => state)
          const gap = own.includes('gap') ? 1 : 0
          const met = own.every((state) => state === 'met' || state === 'not-meant') ? 1 : 0
          return [standard, { unions: 1, met, gap }]
        }),
    ),
    items: Object.fromEntries(
      states
        .filter(([, state]) => state !== 'not-meant')
        .map(([id, state]) => [
          id,
          {
            met: state === 'met' ? 1 : 0,
            gap: state === 'gap' ? 1 : 0,
            open: state === 'open' || state === 'claimed' ? 1 : 0,
          },
        ]),
    ),
  }
}

export function addTotals(one: StandingTotals, other: StandingTotals): StandingTotals {
  return combined(one, other, 1)
}

export function lessTotals(one: StandingTotals, other: StandingTotals): StandingTotals {
  return combined(one, other, -1)
}

export function isNothing({ unions, assessed, passed, standards, items }: StandingTotals): boolean {
  return (
    unions === 0 &&
    assessed === 0 &&
    passed === 0 &&
    Object.keys(standards).length === 0 &&
    Object.keys(items).length === 0
  )
}

function combined(one: StandingTotals, other: StandingTotals, sign: 1 | -1): StandingTotals {
  return {
    unions: one.unions + sign * other.unions,
    assessed: one.assessed + sign * other.assessed,
    passed: one.passed + sign * other.passed,
    standards: eachOf(one.standards, other.standards, { unions: 0, met: 0, gap: 0 }, (a, b) => ({
      unions: a.unions + sign * b.unions,
      met: a.met + sign * b.met,
      gap: a.gap + sign * b.gap,
    })),
    items: eachOf(one.items, other.items, { met: 0, gap: 0, open: 0 }, (a, b) => ({
      met: a.met + sign * b.met,
      gap: a.gap + sign * b.gap,
      open: a.open + sign * b.open,
    })),
  }
}

/** Key by key, in one order whatever came first; what comes to nothing is left out. */
function eachOf<Each extends ItemTotal | StandardTotal>(
  one: Readonly<Record<string, Each>>,
  other: Readonly<Record<string, Each>>,
  none: Each,
  combine: (a: Each, b: Each) => Each,
): Readonly<Record<string, Each>> {
  const of = (from: Readonly<Record<string, Each>>, key: string) => (hasOwn(from, key) ? from[key] : undefined) ?? none
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()
  return Object.fromEntries(
    keys
      .map((key) => [key, combine(of(one, key), of(other, key))] as const)
      .filter(([, sum]) => Object.values(sum).some((count) => count !== 0)),
  )
}
