import { daysAfter } from '../core/calendar'
import type { IsoDate } from '../core/time'
import { areDaysSound, type DaysOfReview } from './days'

/** 开奖日: a whole day after the population is taken, so that it was committed to before anybody knew the numbers; and early enough to draw before receiving. */
export function areSampleDaysSound(days: DaysOfReview, drawnOn: IsoDate, today: IsoDate): boolean {
  return areDaysSound(days, today) && daysAfter(days.cutoff, 2) <= drawnOn && drawnOn < days.receivingOn
}

/** 两人各自录入: agreed as soon as two of them read the same. */
export function agreedValue(entries: readonly { readonly by: string; readonly value: string }[]): string | undefined {
  return entries.find(({ by, value }) => entries.some((other) => other.by !== by && other.value === value))?.value
}
