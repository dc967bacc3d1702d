import { z } from 'zod'
import type { Paper } from '../../../../shared/home/fields'

const text = z.string()

/** What is typed about where the paper lies. */
export interface PaperTyped {
  readonly kept?: 'not-yet' | 'paper' | undefined
  readonly shelf: string
  readonly volume: string
}

/** 纸质存在哪里, as a draft keeps it. */
export const paperDraft = { kept: z.enum(['not-yet', 'paper']).optional(), shelf: text, volume: text }
export const noPaper = { shelf: '', volume: '' }
/** As a record reads it. */
export function paperOf({ kept, shelf, volume }: PaperTyped): object {
  return kept === 'paper' ? { kept, place: shelf, volume } : { kept }
}

/** And the other way, to be amended. */
export function typedPaper(paper: Paper): PaperTyped {
  return paper.kept === 'paper'
    ? { kept: 'paper', shelf: paper.place, volume: paper.volume }
    : { ...noPaper, kept: 'not-yet' }
}

/** What was typed as a number; nothing typed is none. */
export const numberOf = (typed: string) => (typed.trim() === '' ? undefined : Number(typed))

/** 写得对不对, by the rule that the server goes by. */
export interface Judged<Facts> {
  readonly facts: Facts | undefined
  readonly errors: Errors
}
/** The first error of each field, by its path. */
export type Errors = Readonly<Record<string, string>>

export function firstErrors(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { path, message } of issues) errors[path.join('.')] ??= message
  return errors
}
