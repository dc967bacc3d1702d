import { IsoDate, isCalendarDay } from '../core/time'
import type { OfficerRole } from './officers'

/** 任职: who may give an office, to whom, and for how long. */

/** 工会法（2021）第十六条: a grassroots committee’s term is three or five years; no office outlasts it unseen. */
const longestTermYears = 5

/** Where the officer stands who wants to give or end an office: in a union above this one, or in this one. */
export type Standpoint = 'above' | 'own'

/** 主席、副主席 come from the union above (章程: election, approved by the level above); the others may be named by the union’s own chair. */
const fromAbove: ReadonlySet<OfficerRole> = new Set(['chair', 'deputy'])

export function mayAppoint(standpoint: Standpoint, role: OfficerRole): boolean {
  return standpoint === 'above' || !fromAbove.has(role)
}

/** The last day an office given today may have. */
export function latestEnd(today: IsoDate): IsoDate {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const last = isCalendarDay(year + longestTermYears, month, day) ? today.slice(4) : '-02-28'
  return IsoDate.parse(`${year + longestTermYears}${last}`)
}

/** An office ends: after today, and within one term. */
export function isTerm(until: IsoDate, today: IsoDate): boolean {
  return until > today && until <= latestEnd(today)
}
