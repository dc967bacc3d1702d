import { columnName, emptyCell, numberCell, type Cell, type SheetRow } from '../../../shared/roster/cell'
import type { WorkbookLimits } from '../../../shared/roster/workbook'
import { dayOfSerial } from './date-formats'
import { richText, unescaped } from './shared-strings'
import { Unreadable } from './unreadable'
import type { XmlReader } from './xml'

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly part: string
  readonly strings: readonly string[]
  readonly dateFormats: ReadonlySet<number>
  readonly from1904: boolean
  readonly limits: WorkbookLimits
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly format: number
  value: string
  formula: boolean
}

/** Reads `<sheetData>`: rows that hold something come out whole, in the order in which they stand. */
export function worksheetReader(context: SheetContext, take: (row: SheetRow) => void): XmlReader {
  const { limits, part } = context
  const inline = richText(limits, part)
  let row = 0
  let cells: Cell[] = []
  let cell: OpenCell | undefined
  let inValue = false
  let inInline = false

  function openRow(stated: string | undefined): void {
    const number = stated === undefined ? row + 1 : Number(stated)
    if (!Number.isInteger(number) || number <= row) throw new Unreadable('WORKBOOK_DAMAGED', { part })
    row = number
    cells = []
  }

  function openCell(attributes: Readonly<Record<string, string>>): void {
    const column = attributes['r'] === undefined ? (cell?.column ?? -1) + 1 : columnIn(attributes['r'], row)
    if (column === undefined || column < cells.length) throw new Unreadable('WORKBOOK_DAMAGED', { row })
    cell = { column, type: attributes['t'] ?? 'n', format: Number(attributes['s'] ?? -1), value: '', formula: false }
  }

  function closeCell({ column, ...stored }: OpenCell): void {
    const read = valueOf(stored, inline.take(), context)
    if (read === 'damaged') throw new Unreadable('WORKBOOK_DAMAGED', { row, column })
    if (read.kind === 'empty') return
    if (row > limits.rows || column >= limits.columns) throw new Unreadable('WORKBOOK_TOO_LARGE', { row, column })
    while (cells.length < column) cells.push(emptyCell)
    cells.push(read)
  }

  return {
    open: (element, attributes) => {
      if (element === 'row') openRow(attributes['r'])
      else if (element === 'c') openCell(attributes)
      else if (element === 'v') inValue = true
      else if (element === 'f' && cell !== undefined) cell.formula = true
      else if (element === 'is') inInline = true
      else if (inInline) inline.open(element)
    },
    text: (text) => {
      if (inInline) inline.text(text)
      else if (inValue && cell !== undefined) {
        cell.value += text
        if (cell.value.length > limits.cellCharacters)
          throw new Unreadable('WORKBOOK_TOO_LARGE', { row, column: cell.column })
      }
    },
    close: (element) => {
      if (inInline) inline.close(element)
      if (element === 'is') inInline = false
      else if (element === 'v') inValue = false
      else if (element === 'c' && cell !== undefined) closeCell(cell)
      else if (element === 'row') {
        cell = undefined
        if (cells.length > 0) take({ number: row, cells })
      }
    },
  }
}

/** `C12` → 2, if it stands in this row. */
function columnIn(reference: string, row: number): number | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? []
  if (letters === '' || Number(digits) !== row) return undefined
  let column = 0
  for (let index = 0; index < letters.length; index++) column = column * 26 + letters.charCodeAt(index) - 64
  return column - 1
}

function valueOf(
  { type, format, value, formula }: Omit<OpenCell, 'column'>,
  inline: string,
  { strings, dateFormats, from1904 }: SheetContext,
): Cell | 'damaged' {
  if (formula) return { kind: 'formula' }
  switch (type) {
    case 's': {
      if (value === '') return emptyCell
      const text = strings[Number(value)]
      return text === undefined ? 'damaged' : textCell(text)
    }
    case 'inlineStr':
      return textCell(inline)
    case 'str':
      return textCell(unescaped(value))
    case 'b':
      return value === '' ? emptyCell : { kind: 'boolean', value: value === '1' || value === 'true' }
    case 'e':
      return { kind: 'error', text: value }
    case 'd':
      return /^\d{4}-\d\d-\d\d/.test(value) ? { kind: 'date', day: value.slice(0, 10) } : 'damaged'
    case 'n': {
      if (value === '') return emptyCell
      if (!Number.isFinite(Number(value))) return 'damaged'
      const day = dateFormats.has(format) ? dayOfSerial(Number(value), from1904) : undefined
      return day === undefined ? numberCell(value) : { kind: 'date', day }
    }
    default:
      return 'damaged'
  }
}

const textCell = (text: string): Cell => (text === '' ? emptyCell : { kind: 'text', text })

/** `C12`, as a spreadsheet names it. */
export const cellName = (row: number, column: number) => `${columnName(column)}${row}`
