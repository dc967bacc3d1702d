import { daysAfter, monthsAfter } from '../../core/calendar'
import { IsoDate } from '../../core/time'
import type { Holding } from './holdings'
import type { PaperKind } from './papers'

/** 半年: `2026-1` is January to June. */
export function halfOf(day: IsoDate): string {
  return `${day.slice(0, 4)}-${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`
}
/** The half-year before. */
export function halfBefore(half: string): string {
  const year = Number(half.slice(0, 4))
  return half.endsWith('-1') ? `${year - 1}-2` : `${year}-1`
}

/** 归档的月份: a half-year is filed when it is over, in the month after it (003 三4: 每年 1 月、7 月). */
export interface FilingMonth {
  readonly from: IsoDate
  readonly until: IsoDate
}
export function filingMonth(half: string): FilingMonth {
  const year = Number(half.slice(0, 4))
  const from = IsoDate.parse(half.endsWith('-1') ? `${year}-07-01` : `${year + 1}-01-01`)
  return { from, until: daysAfter(monthsAfter(from, 1), -1) }
}

/** 一件归了档的, as the filing names it: whether its paper lay there that day. */
export interface Filed extends Omit<Holding, 'paper'> {
  readonly kept: boolean
}
export interface FiledHalf {
  readonly rows: readonly Filed[]
  /** Of the region’s list, what that half-year has nothing on record of: none is due every half-year, so it is told and not missed. */
  readonly without: readonly PaperKind[]
}

/** 一个半年的归档: what of the index is of that half-year, and what of the region’s list it lacks. */
export function filed(half: string, list: readonly PaperKind[], index: readonly Holding[]): FiledHalf {
  const ofHalf = index.filter(({ day }) => halfOf(day) === half)
  return {
    rows: ofHalf.map(({ paper, ...row }) => ({ ...row, kept: paper.kept === 'paper' })),
    without: list.filter((kind) => !ofHalf.some((row) => row.kind === kind)),
  }
}

/** 待归档: of the last two half-years that are over, those with something to file; each is filed once. */
export function halvesToFile(
  today: IsoDate,
  index: readonly Pick<Holding, 'day'>[],
  done: readonly string[],
): readonly string[] {
  const last = halfBefore(halfOf(today))
  return [halfBefore(last), last].filter(
    (half) => !done.includes(half) && index.some(({ day }) => halfOf(day) === half),
  )
}

/** 该提醒归档的: the half-year that ended last, in its month and in no other. */
export function halfAskedFor(today: IsoDate): string | undefined {
  const last = halfBefore(halfOf(today))
  return today <= filingMonth(last).until ? last : undefined
}

/** 提醒到什么时候为止: the next half-year is over, and asks for itself. */
export function isAskedNoMore(half: string, today: IsoDate): boolean {
  return halfBefore(halfOf(today)) !== half
}
