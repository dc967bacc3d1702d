import type { SheetRow } from './cell'
import { cellOf } from './data-rows'
import type { Mapping } from './mapping'
import { isWrong, writtenIn, type Wrong } from './read-cell'
import type { RowProblem } from './row-problems'

/** Reads one row column by column and gathers what is wrong, so that somebody hears of everything at once. */
export interface RowReader<Key extends string> {
  readonly problems: readonly RowProblem<Key>[]
  /** What a column says, through its rule; undefined where it says nothing usable, and then that is among the problems. */
  read<Value>(column: Key, needed: 'needed' | 'optional', rule: (text: string) => Value | Wrong): Value | undefined
  /** The same for what follows from several columns; undefined as long as one of them says nothing. */
  judged<Value>(column: Key, value: Value | Wrong | undefined): Value | undefined
}

export function rowReader<Key extends string>(row: SheetRow, mapping: Mapping<Key>): RowReader<Key> {
  const problems: RowProblem<Key>[] = []
  const put = (column: Key, { code, message }: Omit<Wrong, 'ok'>): undefined => {
    problems.push(message === undefined ? { column, code } : { column, code, message })
  }
  const judged = <Value>(column: Key, value: Value | Wrong | undefined): Value | undefined =>
    isWrong(value) ? put(column, value) : value
  return {
    problems,
    judged,
    read: (column, needed, rule) => {
      const text = writtenIn(cellOf(row, mapping, column))
      if (!text.ok) return put(column, text)
      if (text.data === '' && needed === 'needed') return put(column, { code: 'missing' })
      return judged(column, rule(text.data))
    },
  }
}

/** Whether every field is there. */
export function isWhole<Entry extends object>(fields: {
  readonly [Key in keyof Entry]: Entry[Key] | undefined
}): fields is Entry {
  return !Object.values(fields).includes(undefined)
}
