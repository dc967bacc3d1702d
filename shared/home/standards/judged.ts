import { monthsAfter } from '../../core/calendar'
import type { IsoDate } from '../../core/time'
import type { CommitteeKind } from '../../org/committees'
import { meets, missing, type Rate } from '../../org/rates'
import type { PolicyValues, Range } from '../../policy/values'

/** The numbers that a region may set; an item’s own are those of its region’s pack. */
export type HomeRules = Pick<
  PolicyValues,
  | 'rateTargets'
  | 'reviewThresholds'
  | 'reviewForm'
  | 'congressPerYear'
  | 'termYears'
  | 'rosterUpdate'
  | 'ownCommitteeAt'
  | 'womenCommittee'
  | 'assistants'
  | 'staffCongressPerYear'
  | 'staffDirectors'
  | 'staffSupervisors'
  | 'contractTarget'
>

/** 数字: what is shown beside a judgement, so that anybody can do the sum again. */
export type Shown =
  | {
      readonly kind: 'rate'
      readonly numerator: number
      readonly denominator: number
      readonly percent?: number
      readonly pooled?: true
    }
  | { readonly kind: 'count'; readonly has: number; readonly needs: number; readonly most?: number }
  | {
      readonly kind: 'committees'
      readonly missing: readonly CommitteeKind[]
      readonly ended: readonly CommitteeKind[]
      readonly together: boolean
    }
  | { readonly kind: 'day'; readonly on: IsoDate }
  | { readonly kind: 'years'; readonly years: number }
  /** 评过而没有结果可算: told to nobody, or more than a year old. */
  | { readonly kind: 'no-result'; readonly on: IsoDate; readonly why: 'withheld' | 'old' }
  | { readonly kind: 'nothing' }

/**
 * `short`: on file, and not enough. `no-record`: nothing on file, so that nobody can tell. `ask`: records cannot tell, the union says. `not-meant`: the clause
 * means others.
 */
export type MetricState = 'met' | 'short' | 'no-record' | 'ask' | 'not-meant'
export interface Judged {
  readonly state: MetricState
  readonly shown: Shown
  /** How many more people, units or meetings it takes, where that can be counted. */
  readonly lacks?: number
}

const nothing: Shown = { kind: 'nothing' }
export const of = (state: MetricState, shown: Shown = nothing): Judged => ({ state, shown })

export function atLeast(count: number, { min, max }: Range): Judged {
  const shown: Shown = { kind: 'count', has: count, needs: min, ...(max === undefined ? {} : { most: max }) }
  if (count < min) return { state: count === 0 ? 'no-record' : 'short', shown, lacks: min - count }
  return of(max !== undefined && count > max ? 'short' : 'met', shown)
}

/** Without a target of the region the figures alone are shown. */
export function rateMet(rate: Rate, percent: number | undefined): Judged {
  const shown: Shown = { kind: 'rate', ...rate, ...(percent === undefined ? {} : { percent }) }
  if (rate.denominator === 0) return of('no-record', shown)
  if (percent === undefined) return of('not-meant', shown)
  return meets(rate, percent) === true ? of('met', shown) : { state: 'short', shown, lacks: missing(rate, percent) }
}

/** 每年: within the twelve months up to the day, both ends included. */
export function withinYear(on: IsoDate, day: IsoDate): boolean {
  return on <= day && monthsAfter(on, 12) >= day
}

/** So many months ago at the latest, the day of the month included. */
export function within(on: IsoDate | undefined, months: number, day: IsoDate): Judged {
  if (on === undefined) return of('no-record')
  return of(monthsAfter(on, months) >= day ? 'met' : 'short', { kind: 'day', on })
}
