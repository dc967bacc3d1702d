import type { Cell, SheetRow } from './cell'
import { emptyCell } from './cell'
import type { Mapping } from './mapping'

/** The cell of a column; empty where the file does not have it. */
export function cellOf<Key extends string>(row: SheetRow, { columns }: Mapping<Key>, key: Key): Cell {
  const at = columns[key]
  return at === undefined ? emptyCell : (row.cells[at] ?? emptyCell)
}

/**
 * 是不是一行数据: below the headings, and with something in a column that somebody filled in. A remark below the table fills one cell at its left edge, and many
 * tables are numbered far beyond their last row.
 */
export function isDataRow(
  row: SheetRow,
  { headRow, columns }: { readonly headRow: number; readonly columns: Readonly<Record<string, number | undefined>> },
): boolean {
  if (row.number <= headRow || isRemark(row)) return false
  return Object.entries(columns).some(
    ([key, at]) => key !== 'number' && at !== undefined && (row.cells[at] ?? emptyCell).kind !== 'empty',
  )
}

function isRemark({ cells }: SheetRow): boolean {
  const [first, ...others] = cells
  return (
    first?.kind === 'text' &&
    /^(备注|注|说明|填表说明)\s*[:：]/.test(first.text) &&
    others.every(({ kind }) => kind === 'empty')
  )
}
