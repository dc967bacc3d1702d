import { daysAfter } from '../core/calendar'
import type { IsoDate } from '../core/time'
import { areDaysSound, type DaysOfReview } from './days'

/** 评家活动的时间: what an upper union gives its area. */
export interface RoundDays {
  /** 窗口: nobody of the round receives before its first day, and all have voted by its last. */
  readonly window: { readonly from: IsoDate; readonly until: IsoDate }
  /** 统一开启日: on this day the clock announces for whoever has not. */
  readonly opensOn: IsoDate
  /** What the clock announces then. */
  readonly days: DaysOfReview
}

export function isInWindow({ receivingOn, lastDay }: DaysOfReview, { from, until }: RoundDays['window']): boolean {
  return from <= receivingOn && lastDay <= until
}

/** 提前多少天发通知: a year’s round, not that of the year after next. */
const mostDaysToOpening = 366

/** Whoever opens by themself has from tomorrow on; what the clock announces is sound on its day. */
export function isRoundSound({ window, opensOn, days }: RoundDays, today: IsoDate): boolean {
  return (
    today < opensOn &&
    opensOn <= daysAfter(today, mostDaysToOpening) &&
    areDaysSound(days, opensOn) &&
    isInWindow(days, window)
  )
}

/** 顺延: a clock that comes late announces days that still lie ahead, as far from each other as they were meant; it is late, not the members. */
export function daysOnOpening({ opensOn, days }: Pick<RoundDays, 'opensOn' | 'days'>, today: IsoDate): DaysOfReview {
  if (areDaysSound(days, today)) return days
  const late = daysBetween(opensOn, today)
  return {
    cutoff: daysAfter(days.cutoff, late),
    receivingOn: daysAfter(days.receivingOn, late),
    votingOn: daysAfter(days.votingOn, late),
    lastDay: daysAfter(days.lastDay, late),
  }
}

function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

/** 还需密钥: so many reviews of a round are still to come. */
export function stillToOpen({ unions, opened }: { readonly unions: number; readonly opened: number }): number {
  return Math.max(0, unions - opened)
}
