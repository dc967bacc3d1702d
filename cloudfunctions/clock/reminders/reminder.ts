import type { IsoDate } from '../../../shared/core/time'
import type { TaskKind } from '../../../shared/membership/task'
import type { PolicyValues } from '../../../shared/policy/values'
import type { UnionRecord } from '../../_kernel/records/registry'
import type { Store } from '../../_kernel/store/port'

/** Of one union, on one day. */
export interface Looking {
  readonly store: Store
  readonly today: IsoDate
  readonly values: PolicyValues
}

export interface Asked {
  /** What it is about, a dot, and the year or the day of this time. */
  readonly subject: string
  readonly dueOn: IsoDate
}

/** 该办的事: what records lack and a day waits for. One task a subject, in the union’s own inbox; the records close it, and without them it is open again. */
export interface Reminder {
  readonly kind: TaskKind
  /** What it is time to ask of a union that is active; none where nothing is, or not yet. What was asked in time is among it until nobody waits for it any more. */
  asks(union: UnionRecord, at: Looking): Promise<readonly Asked[]>
  /** Whether the records have it by now; `over`: nobody waits for it any more. */
  standing(union: UnionRecord, subject: string, at: Looking): Promise<'lacking' | 'done' | 'over'>
}
