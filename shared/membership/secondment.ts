import { monthsAfter } from '../core/calendar'
import type { IsoDate } from '../core/time'
import { statutory } from '../policy/statutory'

/**
 * 借调满期: the day, today or before, on which somebody has to look whether the secondment goes on: after six months (总工发〔2016〕35号 §14, R30) and each six
 * months after that. Undefined before the first one.
 */
export function secondmentLookOn(since: IsoDate, today: IsoDate): IsoDate | undefined {
  let due: IsoDate | undefined
  for (let months = statutory.secondmentMonths; ; months += statutory.secondmentMonths) {
    const next = monthsAfter(since, months)
    if (next > today) return due
    due = next
  }
}
