import { z } from 'zod'

/** A calendar day in China, `YYYY-MM-DD`. Compares as text. */
export const IsoDate = z.iso.date().brand<'IsoDate'>()
/** An instant in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. Compares as text. */
export const IsoTime = z.iso.datetime({ precision: 3 }).brand<'IsoTime'>()
export type IsoDate = z.infer<typeof IsoDate>
export type IsoTime = z.infer<typeof IsoTime>

/** China keeps one time zone, UTC+8, without summer time. */
const chinaOffsetMs = 8 * 60 * 60 * 1000

/** The calendar day in China at this instant. */
export function chinaDay(at: IsoTime): IsoDate {
  return isoTime(Date.parse(at) + chinaOffsetMs).slice(0, 10) as IsoDate
}

const isoTimeLength = '2000-01-01T00:00:00.000Z'.length

/**
 * The instant of a number of milliseconds since 1970, as the store keeps it. Throws `RangeError` beyond the year 9999. What `toISOString` writes in so many characters is
 * not parsed again: every call asks for the time more than once.
 */
export function isoTime(milliseconds: number): IsoTime {
  const text = new Date(milliseconds).toISOString()
  if (text.length !== isoTimeLength) throw new RangeError('a time beyond the years that are kept')
  return text as IsoTime
}

/** Whole years completed between two days: how old somebody born on `birth` is on `today`. */
export function yearsBetween(birth: IsoDate, today: IsoDate): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4))
  return today.slice(5) < birth.slice(5) ? years - 1 : years
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Whether the calendar has this day. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const length = month === 2 && leap ? 29 : monthLengths[month - 1]
  return length !== undefined && day >= 1 && day <= length
}

/** The day that stands at `at` in a number, `…19900307…`. Its digits must have been judged by `isCalendarDay`: it is not parsed again, which is most of what reading a number costs. */
export function judgedDay(text: string, at: number): IsoDate {
  return `${text.slice(at, at + 4)}-${text.slice(at + 4, at + 6)}-${text.slice(at + 6, at + 8)}` as IsoDate
}
