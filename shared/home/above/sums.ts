import type { ItemTotal, StandingTotals } from '../standards/totals'

/** 达标: of so many unions that are held against the goal, so many have nothing against them, so many a gap; what is open is the rest. */
export interface Reached {
  readonly of: number
  readonly met: number
  readonly gap: number
}

/** D1: the goal is 六有, and 六个规范 for those that are old enough where the region goes by age: each union is in one of the two (002 二; 004 3). */
export function reachedIn({ standards }: Pick<StandingTotals, 'standards'>): Reached {
  const goals = [standards['six-have'], standards['six-norms']].flatMap((one) => (one === undefined ? [] : [one]))
  return {
    of: goals.reduce((sum, { unions }) => sum + unions, 0),
    met: goals.reduce((sum, { met }) => sum + met, 0),
    gap: goals.reduce((sum, { gap }) => sum + gap, 0),
  }
}

/** D2: whether so many percent are reached, 含本数 (004 3: “80%以上”); undefined where nothing was set, or nobody is there to be held against it. */
export function targetReached({ of, met }: Reached, percent: number): boolean | undefined {
  return percent === 0 || of === 0 ? undefined : met * 100 >= percent * of
}

/** D2: how many more unions have to meet it. */
export function missingTo({ of, met }: Reached, percent: number): number {
  return Math.max(0, Math.ceil((percent * of) / 100) - met)
}

/** 一条的热度: of the unions that it means. */
export interface Heat {
  readonly item: string
  readonly met: number
  readonly gap: number
  readonly open: number
}

/**
 * D3: the item that the smallest share of those that tell of it meets comes first; of several, the one that most have a gap in; then by its id. What nobody was asked
 * yet is not weak: it comes last.
 */
export function heatOf({ items }: Pick<StandingTotals, 'items'>): readonly Heat[] {
  return Object.entries(items)
    .map(([item, { met, gap, open }]) => ({ item, met, gap, open }))
    .sort(
      (one, other) =>
        Number(toldIn(one) === 0) - Number(toldIn(other) === 0) ||
        one.met * toldIn(other) - other.met * toldIn(one) ||
        other.gap - one.gap ||
        (one.item < other.item ? -1 : 1),
    )
}

/** 评了的: records or an assessment tell of so many. */
export const toldIn = ({ met, gap }: Pick<ItemTotal, 'met' | 'gap'>): number => met + gap

/** D2: of those that do not meet the goal, so many have no gap: they are only not looked at in full. */
export const onlyOpen = ({ of, met, gap }: Reached): number => of - met - gap

/** D4: of all items that records or an assessment tell of, so many are gaps: one union and a whole district are measured alike. */
export function gapsIn({ items }: Pick<StandingTotals, 'items'>): {
  readonly gaps: number
  readonly told: number
  readonly open: number
} {
  const all = Object.values(items)
  const sum = (of: (one: ItemTotal) => number) => all.reduce((total, one) => total + of(one), 0)
  return { gaps: sum(({ gap }) => gap), told: sum(toldIn), open: sum(({ open }) => open) }
}

/** D4: the weakest first; who tells of nothing comes last. */
export function weakestFirst<Row extends { readonly gaps: number; readonly told: number; readonly name: string }>(
  rows: readonly Row[],
): readonly Row[] {
  return [...rows].sort(
    (one, other) =>
      other.gaps * Math.max(1, one.told) - one.gaps * Math.max(1, other.told) ||
      other.gaps - one.gaps ||
      (one.name < other.name ? -1 : 1),
  )
}
