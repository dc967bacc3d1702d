import { daysAfter } from '../core/calendar'
import { chinaDay, isoTime, type IsoDate } from '../core/time'

/** 一周: so many one-day credentials a phone holds at most, and so long it needs no network. */
export const daysHeld = 7

const daySeconds = 86_400

/** The seconds (since 1970) of one day in China: from, and until (exclusive). */
export function dayInSeconds(day: IsoDate): { readonly from: number; readonly until: number } {
  const from = Date.parse(`${day}T00:00:00+08:00`) / 1000
  return { from, until: from + daySeconds }
}

/** The day in China of a moment in seconds since 1970. */
export function dayOfSeconds(seconds: number): IsoDate {
  return chinaDay(isoTime(seconds * 1000))
}

/** This day and those after it, as many as a phone holds. */
export function weekFrom(day: IsoDate): readonly IsoDate[] {
  return Array.from({ length: daysHeld }, (_, after) => daysAfter(day, after))
}
