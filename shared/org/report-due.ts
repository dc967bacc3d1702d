import type { IsoDate } from '../core/time'
import { dueOn } from '../membership/due'
import { levelOf, type ReportPeriod } from './reporting'
import type { UnionType } from './union'

/** P3: each level has so many working days more, to check those below. */
export function reportDueOn({ dueOn: first }: ReportPeriod, type: UnionType, workingDays: number): IsoDate {
  return dueOn(first, levelOf(type) * workingDays)
}
