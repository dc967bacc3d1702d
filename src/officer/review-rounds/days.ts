import { daysAfter } from '../../../shared/core/calendar'
import type { IsoDate } from '../../../shared/core/time'
import type { RoundDays } from '../../../shared/review/round'
import { usualDays, wrongDays, type Day } from '../parts/review-days'

/** All days of a round by name, as they are asked. */
export type RoundDay = Day | 'from' | 'until' | 'opensOn'
export type AskedDays = Readonly<Record<RoundDay, IsoDate>>

const dayMs = 86_400_000

/** Two weeks for whoever opens by themself, then the clock’s; two weeks to spare at the end. */
export function usualRound(today: IsoDate): AskedDays {
  const opensOn = daysAfter(today, 14)
  const days = usualDays(opensOn)
  return { from: daysAfter(today, 3), opensOn, ...days, until: daysAfter(days.lastDay, 14) }
}

/** 统一发公告 on another day: what comes after it moves along, so that nobody has to reckon. */
export function changed(before: AskedDays, day: RoundDay, to: IsoDate): AskedDays {
  if (day !== 'opensOn') return { ...before, [day]: to }
  const later = (Date.parse(to) - Date.parse(before.opensOn)) / dayMs
  const moved = (each: IsoDate) => daysAfter(each, later)
  return {
    from: before.from,
    opensOn: to,
    cutoff: moved(before.cutoff),
    receivingOn: moved(before.receivingOn),
    votingOn: moved(before.votingOn),
    lastDay: moved(before.lastDay),
    until: moved(before.until),
  }
}

export function roundDaysOf({ from, until, opensOn, cutoff, receivingOn, votingOn, lastDay }: AskedDays): RoundDays {
  return { window: { from, until }, opensOn, days: { cutoff, receivingOn, votingOn, lastDay } }
}

/** What is wrong, at the day to be changed; nothing where the round is accepted. */
export function wrongRound(
  asked: AskedDays,
  { today, taken }: { readonly today: IsoDate; readonly taken: readonly number[] },
): Partial<Record<RoundDay, string>> {
  const { from, until, opensOn, cutoff, receivingOn, lastDay } = asked
  return {
    ...wrongDays(asked, { today: opensOn, taken }),
    ...(opensOn <= today ? { opensOn: '最早是明天' } : {}),
    ...(cutoff < opensOn ? { cutoff: '不能早于统一发公告那天' } : {}),
    ...(from > receivingOn ? { from: '不能晚于下面开始领凭证那天' } : {}),
    ...(until < lastDay ? { until: '不能早于下面的最后一天' } : {}),
  }
}
