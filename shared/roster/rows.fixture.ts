import { emptyCell, type Cell, type SheetRow } from './cell'

/** A row as it would be read from a file: texts are text cells, an empty text is an empty cell. */
export function rowOf(number: number, cells: readonly (string | Cell)[]): SheetRow {
  return {
    number,
    cells: cells.map((cell) =>
      typeof cell !== 'string' ? cell : cell === '' ? emptyCell : { kind: 'text', text: cell },
    ),
  }
}
