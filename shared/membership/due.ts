import { getDayDetail } from 'chinese-days'
import { remembered } from '../core/remembered'
import { IsoDate } from '../core/time'

/**
 * 办结期限: working days with statutory holidays and make-up workdays as the State Council arranges them each autumn (chinese-days 1.5.7 holds 2004 to
 * 2026). In a year that the library does not hold, Monday to Friday count, so that a due date that reaches into it may be some days off until the
 * library is updated. The day of sending does not count (民法典 §201).
 */

/** The day by which `workingDays` working days after `submitted` have passed. */
export function dueOn(submitted: IsoDate, workingDays: number): IsoDate {
  let day = submitted
  for (let left = workingDays; left > 0;) {
    const next = after(day)
    day = next.day
    if (next.working) left -= 1
  }
  return day
}

/** Working days after today until the due day; 0 on the due day and on the days off after it, then negative by as many as have passed. */
export function workingDaysLeft(today: IsoDate, due: IsoDate): number {
  return today <= due ? workingDaysAfter(today, due) : 0 - workingDaysAfter(due, today)
}

/** How many working days lie after `from`, up to and including `to`. */
function workingDaysAfter(from: IsoDate, to: IsoDate): number {
  let count = 0
  for (let day = from; day < to;) {
    const next = after(day)
    day = next.day
    if (next.working) count += 1
  }
  return count
}

/**
 * Arranged by the State Council, else Monday to Friday. The library looks up text in its tables rightly in every time zone, but west of Greenwich it takes the
 * weekday of the day before; so only its arranged days, which it names like `National Day,国庆节,3`, are believed, and the weekday is counted here.
 */
export function isWorkingDay(day: IsoDate): boolean {
  const { name, work } = getDayDetail(day)
  if (name.includes(',')) return work
  const weekday = new Date(day).getUTCDay()
  return weekday >= 1 && weekday <= 5
}

/** The day after this one, and whether it is worked on; everybody counts through the same few hundred days. */
const after = remembered(
  4_000,
  (day: IsoDate) => day,
  (day) => {
    const next = IsoDate.parse(new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10))
    return { day: next, working: isWorkingDay(next) }
  },
)
