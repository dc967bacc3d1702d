import { z } from 'zod'
import { monthsAfter } from '../../core/calendar'
import type { IsoDate } from '../../core/time'

/** 模范职工之家的层级, the lowest first (004 18 “各层级”). */
export const TitleLevel = z.enum(['township', 'district', 'city', 'province', 'national'])
export type TitleLevel = z.infer<typeof TitleLevel>

/**
 * T1: 创建、申报、考核、表彰、复查 (004 18). `passed` is 考核通过, not honoured yet; `rechecking` still holds it; `none` is where nobody began, thought better of it, or
 * lost it.
 */
export const TitleState = z.enum(['none', 'building', 'applied', 'passed', 'held', 'rechecking'])
export type TitleState = z.infer<typeof TitleState>

/** `begin`, `apply` and `take-back` are the union's; `fall-due` is the clock's; the rest is the keeper's. */
export const TitleStep = z.enum([
  'begin',
  'apply',
  'take-back',
  'pass',
  'fail',
  'award',
  'enter',
  'fall-due',
  'keep',
  'withdraw',
  'correct',
  'strike',
])
export type TitleStep = z.infer<typeof TitleStep>

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

/** Whether a union may call itself 模范职工之家 now: also while it is being looked at again. */
export function isHeld(state: TitleState): boolean {
  return state === 'held' || state === 'rechecking'
}

/** T5: the next 复查, so many years after the award or the last re-check. */
export function recheckDue(since: IsoDate, years: number): IsoDate {
  return monthsAfter(since, years * 12)
}

type Past = readonly { readonly step: TitleStep }[]
const lastAt = (past: Past, ...steps: readonly TitleStep[]) =>
  past.reduce((last, { step }, at) => (steps.includes(step) ? at : last), -1)

/** 是不是补录的: so that what is wrong of it may be the level or the union, and it may be struck out (T7). */
export function wasEntered(past: Past): boolean {
  const entered = lastAt(past, 'enter')
  return entered >= 0 && entered > lastAt(past, 'award')
}

/** T7: the next 复查 once the day of the award was put right: counted from it, unless one was passed since. */
export function recheckAfter(
  { past, next }: { readonly past: Past; readonly next: IsoDate },
  on: IsoDate,
  years: number,
): IsoDate {
  return lastAt(past, 'keep') > lastAt(past, 'award', 'enter') ? next : recheckDue(on, years)
}
