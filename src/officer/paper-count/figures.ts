import { papersIn, type PaperCount } from '../../../shared/review/paper-count'

export const fields = ['satisfied', 'mostly', 'dissatisfied', 'invalid'] as const
export type CountField = (typeof fields)[number]
export type Typed = Readonly<Record<CountField, string>>
export const nothingTyped: Typed = { satisfied: '', mostly: '', dissatisfied: '', invalid: '' }

/** 0 is typed like every other number: a field that was forgotten is no nought. */
export function wrongFields(typed: Typed): Partial<Record<CountField, string>> {
  return Object.fromEntries(
    fields.flatMap((field) => {
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
