import { z } from 'zod'
import { monthsAfter } from '../core/calendar'
import type { IsoDate } from '../core/time'

/** 工会的委员会: 工会委员会, 经费审查委员会, 女职工委员会, 劳动法律监督委员会, founded, elected and approved together (001 一类 组织1; 002 附件 组织机构). */
export const CommitteeKind = z.enum(['committee', 'audit', 'women', 'labour-law'])
export type CommitteeKind = z.infer<typeof CommitteeKind>

/** What people call the committee. */
export const committeeName: Readonly<Record<CommitteeKind, string>> = {
  committee: '工会委员会',
  audit: '经费审查委员会',
  women: '女职工委员会',
  'labour-law': '劳动法律监督委员会',
}

/** 三个委员会, which every founding elects at once; 劳动法律监督委员会 where the region asks for it. */
export const foundedTogether = ['committee', 'audit', 'women'] as const satisfies readonly CommitteeKind[]

/** 届: from the day of the election for so many years. */
export function termEnd(electedOn: IsoDate, years: number): IsoDate {
  return monthsAfter(electedOn, years * 12)
}

/** 任期, of one committee: `electedOn` is the election that began it, `byElectedOn` the 补选 after which others sit in it. */
export interface Term {
  readonly electedOn: IsoDate
  readonly until: IsoDate
  readonly byElectedOn?: IsoDate | undefined
}

/**
 * 补选: whoever is elected in the middle serves what is left of a term, which stays that of the election that began it. A committee that is new, or whose own term was
 * over on the day, begins one. Neither outlasts the union committee: `until` is its last day.
 */
export function termAfterByElection(before: Term | undefined, heldOn: IsoDate, until: IsoDate): Term {
  if (before === undefined || before.until < heldOn) return { electedOn: heldOn, until }
  return { electedOn: before.electedOn, until: before.until < until ? before.until : until, byElectedOn: heldOn }
}

export type TermStanding = 'running' | 'ending' | 'ended'

/** 任期到了没有: `ending` in the last months before the last day. */
export function termStanding(until: IsoDate, today: IsoDate, reminderMonths: number): TermStanding {
  if (until < today) return 'ended'
  return monthsAfter(today, reminderMonths) >= until ? 'ending' : 'running'
}
