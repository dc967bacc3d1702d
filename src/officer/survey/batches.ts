import { codesTogether } from '../../../shared/review/survey-code'

/** 一次最多做: ten batches, some sixty sheets of paper. */
export const mostAtOnce = 10 * codesTogether

/** So many codes in batches as large as one call makes. */
export function batchesOf(many: number): readonly number[] {
  const whole = Array.from({ length: Math.floor(many / codesTogether) }, () => codesTogether)
  const rest = many % codesTogether
  return rest === 0 ? whole : [...whole, rest]
}

/** What was typed, where it is a number of slips that can be made at once. */
export function slipsWanted(typed: string): number | undefined {
  const text = typed.trim()
  const many = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return many >= 1 && many <= mostAtOnce ? many : undefined
}
