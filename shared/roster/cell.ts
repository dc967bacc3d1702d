/**
 * 单元格, as it stands in a file. Its kind matters: a number of 18 digits that was typed as a number has lost its last three, and the text of a
 * formula is not what somebody wrote.
 */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  /** `exact`: every digit is as it was typed. Spreadsheets keep fifteen. */
  | { readonly kind: 'number'; readonly text: string; readonly exact: boolean }
  | { readonly kind: 'date'; readonly day: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'formula' }
  | { readonly kind: 'error'; readonly text: string }

/** One line of a sheet: `number` counts from 1, as the spreadsheet shows it; `cells` end with the last that holds something. */
export interface SheetRow {
  readonly number: number
  readonly cells: readonly Cell[]
}

export const emptyCell: Cell = { kind: 'empty' }

const digitsKept = 15

/** A number as a file holds it: whole numbers lose their exponent, and what spreadsheets cannot hold exactly says so. */
export function numberCell(stored: string): Cell {
  const value = Number(stored)
  const exact = Math.abs(value) < 10 ** digitsKept
  return { kind: 'number', text: exact && Number.isInteger(value) ? String(value) : stored, exact }
}

/** What somebody reads in the cell; of a formula nothing, for its result is not in our hands. */
export function shown(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
    case 'formula':
      return ''
    case 'text':
    case 'number':
    case 'error':
      return cell.text
    case 'date':
      return cell.day
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE'
  }
}

/** `A` … `Z`, `AA` …: the name of a column, counted from 0. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
