import type { IsoDate } from '../../core/time'
import { delegateShare, hasQuorum, type DelegateGroup, type Quorum } from './standing'
import type { Convened } from './facts'
import type { Rate } from '../../org/rates'

/** What the standards ask of a meeting on record; both kinds fit, and each is counted by itself. */
export interface HeldMeeting {
  readonly day: IsoDate
  readonly period: number
  readonly entitled: number
  readonly attended: number
  readonly convened: Convened
}

/** 一年开了几次 (001 制度(1)(4); 002 制度机制1、2): a meeting without its quorum is none. */
export function congressesIn(year: number, meetings: readonly HeldMeeting[], quorum: Quorum): number {
  return meetings.filter((held) => inYear(held, year) && hasQuorum(held, quorum)).length
}

const inYear = ({ day }: HeldMeeting, year: number) => day.slice(0, 4) === String(year)

/** 本届的第一次会议: the day from which the term is counted; undefined where none is on record. */
export function periodSince(meetings: readonly HeldMeeting[]): IsoDate | undefined {
  const period = Math.max(0, ...meetings.map((held) => held.period))
  const days = meetings.filter((held) => held.period === period).map(({ day }) => day)
  return days.sort()[0]
}

/** 最近一次代表大会里各类代表的比例; undefined where no delegates met. */
export function latestShare(meetings: readonly HeldMeeting[], group: DelegateGroup): Rate | undefined {
  const met = meetings.filter(({ convened }) => convened.form === 'delegates')
  const latest = [...met].sort((a, b) => (a.day < b.day ? 1 : -1))[0]
  return latest === undefined ? undefined : delegateShare(latest, group)
}
