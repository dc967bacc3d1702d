import type { z } from 'zod'
import type { review as contract } from '../../shared/contract/review'
import type { IsoTime } from '../../shared/core/time'
import { dayOf, dayText } from './today'

/** 一次评家 as the member sees it. */
export type MyReview = z.output<(typeof contract)['procedures']['myReviews']['output']>['reviews'][number]

const kindName: Readonly<Record<MyReview['kind'], string>> = {
  members: '会员评家',
  sample: '会员随机抽查',
  staff: '职工满意度调查',
}

export function titleOf({ year, kind }: Pick<MyReview, 'year' | 'kind'>): string {
  return `${year} 年${kindName[kind]}`
}

/** 11 月 20 日, the day on which it begins. */
export function beginsText(at: IsoTime): string {
  return dayText(dayOf(at))
}

/** The last day that is still in it: what is announced ends at a midnight. */
export function endsText(until: IsoTime): string {
  return dayText(dayOf(until, -1))
}
