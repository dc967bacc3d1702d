import { z } from 'zod'

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

/** Whether a union may call itself 模范职工之家 now: also while it is being looked at again. */
export function isHeld(state: TitleState): boolean {
  return state === 'held' || state === 'rechecking'
}

export type Past = readonly { readonly step: TitleStep }[]
/** Where the last of these steps stands; -1 where there is none. */
export const lastAt = (past: Past, ...steps: readonly TitleStep[]) =>
  past.reduce((last, { step }, at) => (steps.includes(step) ? at : last), -1)

/** 是不是补录的: so that what is wrong of it may be the level or the union, and it may be struck out (T7). */
export function wasEntered(past: Past): boolean {
  return lastAt(past, 'enter') > lastAt(past, 'award')
}
