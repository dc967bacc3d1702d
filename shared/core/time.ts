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
  return IsoDate.parse(new Date(Date.parse(at) + chinaOffsetMs).toISOString().slice(0, 10))
}

/** The instant of a number of milliseconds since 1970, as the store keeps it. */
export function isoTime(milliseconds: number): IsoTime {
  return IsoTime.parse(new Date(milliseconds).toISOString())
}

/** Whole years completed between two days: how old somebody born on `birth` is on `today`. */
export function yearsBetween(birth: IsoDate, today: IsoDate): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4))
  return today.slice(5) < birth.slice(5) ? years - 1 : years
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** A day of the calendar, or undefined where there is no such day. Checked here, so that it need not be parsed again. */
export function calendarDay(year: number, month: number, day: number): IsoDate | undefined {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const length = month === 2 && leap ? 29 : monthLengths[month - 1]
  if (length === undefined || day < 1 || day > length || year < 1000 || year > 9999) return undefined
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as IsoDate
}
