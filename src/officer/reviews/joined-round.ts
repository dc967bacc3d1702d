import type { RoundRow } from '../../../shared/contract/review-rounds'
import type { UnionId } from '../../../shared/core/ids'
import type { IsoDate } from '../../../shared/core/time'
import { areDaysSound, type DaysOfReview } from '../../../shared/review/days'
import type { ReviewKind } from '../../../shared/review/kinds'
import { isInWindow } from '../../../shared/review/round'
import { usualDays, yearOf } from '../parts/review-days'

/** 上级的评家活动 of this kind, the newest first. */
export function roundsAbove(
  rounds: readonly RoundRow[],
  { union, kind }: { readonly union: UnionId; readonly kind: ReviewKind },
): readonly RoundRow[] {
  return rounds.filter((round) => round.union !== union && round.kind === kind)
}

/** What is proposed: the days of this year’s round from above, as long as they can be kept. */
export function proposedDays(above: readonly RoundRow[], today: IsoDate): DaysOfReview {
  const usual = usualDays(today)
  const round = above.find(({ year, days }) => year === yearOf(usual) && areDaysSound(days, today))
  return round?.days ?? usual
}

/** 参不参加: by its days alone; a review outside the window is one of its own. */
export function roundOf(
  above: readonly RoundRow[],
  days: DaysOfReview,
): { readonly joins?: RoundRow; readonly misses?: RoundRow } {
  const ofYear = above.filter(({ year }) => year === yearOf(days))
  const joins = ofYear.find(({ window }) => isInWindow(days, window))
  if (joins !== undefined) return { joins }
  const [misses] = ofYear
  return misses === undefined ? {} : { misses }
}
