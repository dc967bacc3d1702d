import { monthsAfter } from '../../core/calendar'
import { IsoDate } from '../../core/time'

/** 报送哪一年: until when, and whether that is over; no day where the region names none, and then a year is late once it is over. */
export interface ReportYear {
  readonly year: number
  readonly dueOn?: IsoDate
  readonly late: boolean
}

export const yearOf = (day: IsoDate): number => Number(day.slice(0, 4))

/** D6 (002 四（六）). `monthAndDay` is the region’s: `12-15`. */
export function homeReportOf(monthAndDay: string | null, year: number, today: IsoDate): ReportYear {
  if (monthAndDay === null) return { year, late: yearOf(today) > year }
  const dueOn = IsoDate.parse(`${year}-${monthAndDay}`)
  return { year, dueOn, late: today > dueOn }
}

/** D7: this year’s, as often as wanted; last year’s once, where it was not sent. */
export function mayReport(year: number, isSent: boolean, today: IsoDate): boolean {
  return year === yearOf(today) || (year === yearOf(today) - 1 && !isSent)
}

/** D7: this year’s is asked for from so many months before its day on, and no earlier than its year. */
export function isReportAsked({ year, dueOn }: ReportYear, months: number, today: IsoDate): boolean {
  return dueOn !== undefined && yearOf(today) === year && today >= monthsAfter(dueOn, -months)
}
