import { monthsAfter } from '../../core/calendar'
import type { IsoDate } from '../../core/time'
import { lastAt, type Past, type TitleState, type TitleStep } from './title'

export type NextTitle = { readonly to: TitleState } | { readonly refuse: 'TITLE_CHANGED' }

const changed = { refuse: 'TITLE_CHANGED' } as const
const to = (state: TitleState) => ({ to: state }) as const
const nothing = {
  begin: changed,
  apply: changed,
  'take-back': changed,
  pass: changed,
  fail: changed,
  award: changed,
  enter: changed,
  'fall-due': changed,
  keep: changed,
  withdraw: changed,
  correct: changed,
  strike: changed,
}

/** T2: who fails goes on building. T3: a title is entered that was awarded on paper, whatever was under way. T4: one may be withdrawn before its re-check. T7: what was mistyped is put right, and
 * what was entered by mistake struck out; a re-check called by the wrong day is called anew. */
export const titleMachine = {
  none: { ...nothing, begin: to('building'), enter: to('held') },
  building: { ...nothing, apply: to('applied'), 'take-back': to('none'), enter: to('held') },
  applied: { ...nothing, 'take-back': to('none'), pass: to('passed'), fail: to('building'), enter: to('held') },
  passed: { ...nothing, award: to('held'), fail: to('building'), enter: to('held') },
  held: { ...nothing, 'fall-due': to('rechecking'), withdraw: to('none'), correct: to('held'), strike: to('none') },
  rechecking: { ...nothing, keep: to('held'), withdraw: to('none'), correct: to('held'), strike: to('none') },
} as const satisfies Readonly<Record<TitleState, Readonly<Record<TitleStep, NextTitle>>>>

export function advanceTitle(state: TitleState, step: TitleStep): NextTitle {
  return titleMachine[state][step]
}

/** T5: the next 复查, so many years after the award or the last re-check. */
export function recheckDue(since: IsoDate, years: number): IsoDate {
  return monthsAfter(since, years * 12)
}

/** T1: 表彰 is given once a year; what was assessed waits for it so long. *Default*. */
export function honourDue(assessed: IsoDate): IsoDate {
  return monthsAfter(assessed, 12)
}

/** T7: the next 复查 once the day of the award was put right: counted from it, unless one was passed since. */
export function recheckAfter(
  { past, next }: { readonly past: Past; readonly next: IsoDate },
  on: IsoDate,
  years: number,
): IsoDate {
  return lastAt(past, 'keep') > lastAt(past, 'award', 'enter') ? next : recheckDue(on, years)
}
