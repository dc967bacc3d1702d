import type { Grade } from '../../../shared/review/kinds'
import { papersIn, type PaperCount } from '../../../shared/review/paper-count'

export type CountField = Grade | 'invalid'
export type Typed = Readonly<Record<CountField, string>>
export const nothingTyped: Typed = { satisfied: '', mostly: '', dissatisfied: '', invalid: '' }

/** What is asked: the grades on the ballot, and what is none of them. */
export function fieldsOf(grades: readonly Grade[]): readonly CountField[] {
  return [...grades, 'invalid']
}

/** 0 is typed like every other number: a field that was forgotten is no nought. */
export function wrongFields(typed: Typed, asked: readonly CountField[]): Partial<Record<CountField, string>> {
  return Object.fromEntries(
    asked.flatMap((field) => {
      const text = typed[field].trim()
      if (text === '') return [[field, '没有的请填 0']]
      return isCount(text) ? [] : [[field, '请填整数，比如 12']]
    }),
  )
}

export function countIn(typed: Typed): PaperCount {
  const [satisfied, mostly, dissatisfied, invalid] = [
    numberIn(typed.satisfied),
    numberIn(typed.mostly),
    numberIn(typed.dissatisfied),
    numberIn(typed.invalid),
  ]
  return { grades: { satisfied, mostly, dissatisfied }, invalid }
}

/** 合计, of what is typed so far. */
export function sumTyped(typed: Typed): number {
  return papersIn(countIn(typed))
}

function numberIn(text: string): number {
  return isCount(text.trim()) ? Number(text.trim()) : 0
}

function isCount(text: string): boolean {
  return /^\d{1,6}$/.test(text)
}
