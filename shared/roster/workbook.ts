import type { Refusal } from '../core/outcome'

/** 打不开表格: why a whole file is refused. Each has its sentence in shared/contract/errors.ts. */
export type WorkbookCode =
  | 'WORKBOOK_UNKNOWN'
  | 'WORKBOOK_DAMAGED'
  | 'WORKBOOK_PASSWORD'
  | 'WORKBOOK_OLD'
  | 'WORKBOOK_MACROS'
  | 'WORKBOOK_LINKS'
  | 'WORKBOOK_BOMB'
  | 'WORKBOOK_TOO_LARGE'
  | 'SHEET_UNKNOWN'
  | 'CSV_ENCODING'
  | 'CSV_DAMAGED'

/** Where in the file: a part of the package, or a row and column (both counted as the spreadsheet shows them, columns from 0). */
export type Place = { readonly part: string } | { readonly row: number; readonly column?: number }

export interface WorkbookRefusal extends Refusal<WorkbookCode> {
  readonly at?: Place
}

/** How much is read at most. Whatever is larger is refused before it is in memory. */
export interface WorkbookLimits {
  readonly fileBytes: number
  readonly entries: number
  /** Of the parts that are read, unpacked, together; and of the table of shared strings alone. */
  readonly unpackedBytes: number
  readonly stringsBytes: number
  readonly strings: number
  /** A part larger than `ratioFromBytes` may be at most so many times its packed size. */
  readonly ratio: number
  readonly ratioFromBytes: number
  readonly rows: number
  readonly columns: number
  readonly cellCharacters: number
}

const mebibyte = 1024 * 1024

/** 10 万行: a roster of 100,000 with its head. A cell of a spreadsheet holds 32,767 characters. */
export const workbookLimits: WorkbookLimits = {
  fileBytes: 20 * mebibyte,
  entries: 1_000,
  unpackedBytes: 192 * mebibyte,
  stringsBytes: 64 * mebibyte,
  strings: 1_300_000,
  ratio: 200,
  ratioFromBytes: mebibyte,
  rows: 100_100,
  columns: 100,
  cellCharacters: 32_767,
}
