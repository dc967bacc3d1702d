import { castUnions } from '../../local/demo/personas'
import type { ReviewId, UnionId } from '../../shared/core/ids'
import { daysAfter } from '../../shared/core/calendar'
import { chinaDay } from '../../shared/core/time'
import type { DaysOfReview } from '../../shared/review/days'
import { granted, type TestSystem } from '../../tests/system'

/** 公告 today, list tomorrow, receiving from the third day on, voting from the tenth, for a week. */
export function usualDays({ runtime }: Pick<TestSystem, 'runtime'>): DaysOfReview {
  const today = chinaDay(runtime.now())
  const on = (days: number) => daysAfter(today, days)
  return { cutoff: today, receivingOn: on(2), votingOn: on(9), lastDay: on(15) }
}

/** A review that a chair has just announced. */
export async function announced(
  system: TestSystem,
  union: UnionId = castUnions.factory.id,
  as = 'demo-factory-chair',
): Promise<ReviewId> {
  const input = { union, kind: 'members', days: usualDays(system) }
  return granted(await system.ask(as, 'review', 'announceReview', input)).review
}
