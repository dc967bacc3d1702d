import { succeed, type Success } from '../core/outcome'
import { shown, type Cell } from './cell'
import { unguarded } from './guarded-text'
import type { ProblemCode } from './row-problems'

export interface Wrong {
  readonly ok: false
  readonly code: ProblemCode
  readonly message?: string
}

export const wrong = (code: ProblemCode, message?: string): Wrong =>
  message === undefined ? { ok: false, code } : { ok: false, code, message }

export function isWrong<Value>(value: Value | Wrong): value is Wrong {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}

/** What a CSV keeps of a long number: `3.70202E+17`. */
const exponent = /^\d(\.\d+)?E\+?\d+$/i

/** What was written in a cell, trimmed; nothing where it is empty. What is not somebody's writing, or not all of it any more, is refused. */
export function writtenIn(cell: Cell): Success<string> | Wrong {
  if (cell.kind === 'formula') return wrong('formula')
  if (cell.kind === 'error') return wrong('cell-error')
  if (cell.kind === 'number' && !cell.exact) return wrong('digits-lost')
  const text = unguarded(shown(cell)).normalize('NFC').trim()
  return exponent.test(text) ? wrong('digits-lost') : succeed(text)
}

/** 去掉表格里的空格: names of two characters are set apart (张 三) to line up with those of three. */
export function withoutSpaces(text: string): string {
  return /^[\p{Script=Han}\s]+$/u.test(text) ? text.replace(/\s/g, '') : text.replace(/\s+/g, ' ')
}

export function shortText(text: string, longest: number): string | Wrong {
  const plain = withoutSpaces(text)
  return plain.length <= longest ? plain : wrong('too-long')
}
