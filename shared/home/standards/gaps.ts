import type { Judged } from './judged'
import type { MetricName } from './metric-names'
import { isFailing, type ItemStanding } from './standing'

/** 差距: one thing that records say is missing, with every item that it holds back. */
export interface Gap {
  readonly metric: MetricName
  readonly judged: Judged
  readonly items: readonly string[]
  /** How many items would be met, were this put right alone: nothing else is missing there, and nothing has to be asked. */
  readonly lifts: number
}

/**
 * 先做哪一样 (docs/rules/standards.md, S8): what lifts most items by itself comes first; then what holds back most; then what is nearest to done; then the order of
 * the standard.
 */
export function gapsIn(standings: readonly ItemStanding[]): readonly Gap[] {
  const gaps = new Map<MetricName, Gap>()
  for (const { item, metrics, questions } of standings) {
    const failing = metrics.filter(({ judged }) => isFailing(judged))
    for (const { name, judged } of failing) {
      const before = gaps.get(name) ?? { metric: name, judged, items: [], lifts: 0 }
      gaps.set(name, {
        ...before,
        items: [...before.items, item.id],
        lifts: before.lifts + (failing.length === 1 && questions.length === 0 ? 1 : 0),
      })
    }
  }
  return [...gaps.values()]
    .map((gap, at) => ({ gap, at }))
    .sort(
      (one, other) =>
        other.gap.lifts - one.gap.lifts ||
        other.gap.items.length - one.gap.items.length ||
        wayToGo(one.gap.judged) - wayToGo(other.gap.judged) ||
        one.at - other.at,
    )
    .map(({ gap }) => gap)
}

/** In thousandths of the whole: 1000 where nothing is there, or where it cannot be measured. */
function wayToGo({ lacks, shown }: Judged): number {
  const whole = shown.kind === 'rate' ? shown.denominator : shown.kind === 'count' ? shown.needs : 0
  return lacks === undefined || whole === 0 ? 1_000 : Math.round((lacks * 1_000) / whole)
}
