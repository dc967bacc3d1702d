import type { IsoDate } from '../core/time'
import type { LifeChange } from './life'

/** What a day of a change is judged by. */
export interface Known {
  readonly since: IsoDate
  /** Since when the state is what it is; absent as long as nothing but joining happened. */
  readonly changedOn?: IsoDate | undefined
  readonly today: IsoDate
}

/**
 * 变动日期: not in the future and not before joining (MEM-04). What takes a kept membership up again cannot be earlier than what kept it; a death or a
 * retirement may well be learned of after something later was recorded.
 */
export function isChangeDay(change: LifeChange, on: IsoDate, { since, changedOn, today }: Known): boolean {
  const first = change === 'resume' && changedOn !== undefined ? changedOn : since
  return first <= on && on <= today
}
