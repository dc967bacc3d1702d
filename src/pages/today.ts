import { daysAfter } from '../../shared/core/calendar'
import { chinaDay, IsoDate, isoTime, type IsoTime } from '../../shared/core/time'

/** 今天: the one place where pages read the phone's clock. The server judges by its own. */
export function today(): IsoDate {
  return chinaDay(isoTime(Date.now()))
}

/** Days until then, a begun one counted whole. */
export function daysLeft(until: IsoTime): number {
  return Math.ceil((Date.parse(until) - Date.now()) / (24 * 60 * 60 * 1000))
}

/** 明天: the first day of what has to lie ahead. */
export function tomorrow(): IsoDate {
  return daysAfter(today(), 1)
}

/** 上午 or 下午, for the greeting. */
export function greeting(): '上午好' | '下午好' | '晚上好' {
  const hour = new Date(Date.now() + 8 * 60 * 60 * 1000).getUTCHours()
  if (hour < 12) return '上午好'
  return hour < 18 ? '下午好' : '晚上好'
}

/** 12 月 11 日. */
export function dayText(day: IsoDate): string {
  return `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`
}

/** 2026 年 12 月 11 日, where the year matters. */
export function fullDayText(day: IsoDate): string {
  return `${day.slice(0, 4)} 年 ${dayText(day)}`
}

/** A day as somebody picked it; nothing where they have not. */
export function pickedDayText(day: string | undefined): string {
  const picked = IsoDate.safeParse(day)
  return picked.success ? fullDayText(picked.data) : ''
}

/** 12 月 11 日 14:02, in China's time; with the year where it is another one. */
export function momentText(at: IsoTime): string {
  const china = new Date(Date.parse(at) + 8 * 60 * 60 * 1000).toISOString()
  const day = chinaDay(at)
  const thisYear = day.slice(0, 4) === today().slice(0, 4)
  return `${thisYear ? dayText(day) : fullDayText(day)} ${china.slice(11, 16)}`
}

/** The day in China of an instant, or so many days from it. */
export function dayOf(at: IsoTime, days = 0): IsoDate {
  return daysAfter(chinaDay(at), days)
}
