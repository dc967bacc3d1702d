import { IsoDate } from './time'

const dayMs = 24 * 60 * 60 * 1000

/** So many days later, or earlier. */
export function daysAfter(day: IsoDate, days: number): IsoDate {
  return IsoDate.parse(new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10))
}

/** The same day so many months later; the last of the month where that has no such day. */
export function monthsAfter(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  const at = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
  return IsoDate.parse(at.toISOString().slice(0, 10))
}

/** 12 月 11 日, as people read a day. */
export function dayInWords(day: IsoDate): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month} 月 ${date} 日`
}

/** 2026 年 12 月 11 日, where the year may be another one. */
export function fullDayInWords(day: IsoDate): string {
  return `${Number(day.slice(0, 4))} 年 ${dayInWords(day)}`
}
