import { IsoDate } from '../core/time'

/** 半年更新的周期: every so many months, in these months where the region names them (003 三4: 每年 1 月、7 月; 001, 002: 至少每半年). */
export interface Rhythm {
  readonly everyMonths: number
  readonly inMonths: readonly number[]
}

/** What is known of a union: since when it can have closed a round here, and when its last one was closed. */
export interface RoundPast {
  readonly since: IsoDate | undefined
  readonly lastClosedOn: IsoDate | undefined
}

/**
 * 半年核对的状态. `not-due`: nothing is asked yet; `closed`: done for this period; `overdue` stands until the round is closed or, where the region names
 * months, until the next period takes its place.
 */
export type RoundState = 'not-due' | 'open' | 'overdue' | 'closed'

/** 一期: its name is part of the round’s id; it is open from one day and due on another. */
export interface DueRound {
  readonly period: string
  readonly opensOn: IsoDate
  readonly dueOn: IsoDate
  readonly state: RoundState
}

/** 到期的那一期 (docs/rules/half-year.md, H1–H6). */
export function roundDue(rhythm: Rhythm, past: RoundPast, today: IsoDate): DueRound {
  return rhythm.inMonths.length > 0 ? windowDue(rhythm.inMonths, past, today) : rollingDue(rhythm, past, today)
}

/**
 * H1–H3: the whole month, for everybody at once. A union founded in a window or after it collected everything when it was founded (003 四4); one
 * that came on record then was not asked before.
 */
function windowDue(months: readonly number[], { since, lastClosedOn }: RoundPast, today: IsoDate): DueRound {
  const opensOn = latestWindow(months, today)
  const dueOn = addMonths(opensOn, 1, -1)
  const round = { period: opensOn.slice(0, 7), opensOn, dueOn }
  if (lastClosedOn !== undefined && lastClosedOn >= opensOn) return { ...round, state: 'closed' }
  if (since !== undefined && since >= opensOn) return { ...upcoming(months, opensOn), state: 'not-due' }
  return { ...round, state: today <= dueOn ? 'open' : 'overdue' }
}

function latestWindow(months: readonly number[], today: IsoDate): IsoDate {
  const thisMonth = Number(today.slice(5, 7))
  const year = Number(today.slice(0, 4))
  const past = months.filter((month) => month <= thisMonth)
  return past.length > 0 ? firstOf(year, Math.max(...past)) : firstOf(year - 1, Math.max(...months))
}

function upcoming(months: readonly number[], after: IsoDate): Omit<DueRound, 'state'> {
  const month = Number(after.slice(5, 7))
  const year = Number(after.slice(0, 4))
  const later = months.filter((one) => one > month)
  const opensOn = later.length > 0 ? firstOf(year, Math.min(...later)) : firstOf(year + 1, Math.min(...months))
  return { period: opensOn.slice(0, 7), opensOn, dueOn: addMonths(opensOn, 1, -1) }
}

/**
 * H4–H6: so many months after the last close, or after the union came to be or on record; open in the last month before that. A union that has not closed one here yet and is on record for long goes by the calendar.
 */
function rollingDue({ everyMonths }: Rhythm, { since, lastClosedOn }: RoundPast, today: IsoDate): DueRound {
  const dueOn = lastClosedOn === undefined ? firstDue(everyMonths, since, today) : addMonths(lastClosedOn, everyMonths)
  const opensOn = addMonths(dueOn, -1)
  const round = { period: dueOn, opensOn, dueOn }
  if (today < opensOn) return { ...round, state: lastClosedOn === undefined ? 'not-due' : 'closed' }
  return { ...round, state: today <= dueOn ? 'open' : 'overdue' }
}

function firstDue(everyMonths: number, since: IsoDate | undefined, today: IsoDate): IsoDate {
  const byCalendar = latestCalendarEnd(everyMonths, today)
  const bySince = since === undefined ? byCalendar : addMonths(since, everyMonths)
  return bySince > byCalendar ? bySince : byCalendar
}

/** The end of the latest calendar period that has opened: 30 June or 31 December for a half-year, from a month before it. */
function latestCalendarEnd(everyMonths: number, today: IsoDate): IsoDate {
  const period = Math.ceil(Number(today.slice(5, 7)) / everyMonths)
  const newYear = firstOf(Number(today.slice(0, 4)), 1)
  const end = addMonths(newYear, period * everyMonths, -1)
  return addMonths(end, -1) <= today ? end : addMonths(newYear, (period - 1) * everyMonths, -1)
}

/** H11 算起的一天: since when a union can have closed a round here: founded, and on record. */
export function roundsSince(foundedOn: IsoDate | undefined, recordedOn: IsoDate | undefined): IsoDate | undefined {
  if (foundedOn === undefined || recordedOn === undefined) return recordedOn ?? foundedOn
  return foundedOn > recordedOn ? foundedOn : recordedOn
}

/** 第一期的第一天, when a union asks its members for the first time. */
export function firstRoundOpensOn({ everyMonths, inMonths }: Rhythm, since: IsoDate): IsoDate {
  return inMonths.length > 0
    ? upcoming(inMonths, latestWindow(inMonths, since)).opensOn
    : addMonths(addMonths(since, everyMonths), -1)
}

/** 资料旧了: nobody has said for a whole period that this is right. */
export function isStale(confirmedOn: IsoDate, { everyMonths }: Rhythm, today: IsoDate): boolean {
  return addMonths(confirmedOn, everyMonths) <= today
}

function firstOf(year: number, month: number): IsoDate {
  return IsoDate.parse(`${year}-${String(month).padStart(2, '0')}-01`)
}

/** So many months on, and then so many days; a day that the month does not have is its last one: 31 August and six months is 28 or 29 February. */
export function addMonths(day: IsoDate, months: number, days = 0): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const length = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const moved = Date.UTC(year, month - 1 + months, Math.min(date, length) + days)
  return IsoDate.parse(new Date(moved).toISOString().slice(0, 10))
}
