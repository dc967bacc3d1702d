import { daysAfter } from '../../../shared/core/calendar'
import type { IsoDate } from '../../../shared/core/time'
import { usualDays, wrongDays, type Day } from '../parts/review-days'

export type SampleDay = Day | 'drawnOn'
export type SampleDays = Readonly<Record<SampleDay, IsoDate>>

/** The lottery three days after the cut-off: the population is committed to on the day between. */
export function usualSample(today: IsoDate): SampleDays {
  return { ...usualDays(today), drawnOn: daysAfter(today, 3) }
}

/** What is wrong, at the day to be changed; nothing where the announcement is accepted. */
export function wrongSample(
  days: SampleDays,
  of: { readonly today: IsoDate; readonly taken: readonly number[] },
): Partial<Record<SampleDay, string>> {
  const { drawnOn, cutoff, receivingOn } = days
  return {
    ...wrongDays(days, of),
    ...(drawnOn < daysAfter(cutoff, 2) ? { drawnOn: '最早是截止日后第 2 天，名单要先锁定' } : {}),
    ...(drawnOn >= receivingOn ? { drawnOn: '要在开始领凭证以前' } : {}),
  }
}

/** 抽多少人, as it was typed; undefined where it is no number that can be drawn. */
export function sizeTyped(typed: string): number | undefined {
  const text = typed.trim()
  const size = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return size >= 1 && size <= mostDrawn ? size : undefined
}
export const mostDrawn = 5_000
