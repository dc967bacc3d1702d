import { writeXlsx, writeXlsxStream, type CellStyle, type CellValue, type WriteOptions } from 'hucre/xlsx'
import { unreachable } from '../../../shared/core/unreachable'
import { guarded } from '../../../shared/roster/guarded-text'
import type { Layout, LayoutColumn, Line, Value } from '../../../shared/roster/layout'

/** 打开密码: with it the file is encrypted (ECMA-376 agile: AES-256, SHA-512), as Excel 2010, WPS and LibreOffice open it. */
export interface WriteChoice {
  readonly password?: string
}

/**
 * 写表格: a layout as an XLSX for printing on A4. Every text is a text cell in a column of the format “text”, so that neither a long number nor a name
 * beginning with `=` changes when somebody edits it; a guarded text stays one in a CSV as well.
 */
export async function writeLayout(layout: Layout, { password }: WriteChoice = {}): Promise<Uint8Array> {
  const sheet: Sheet = {
    name: layout.name,
    columns: [],
    rows: [],
    cells: new Map(),
    merges: [],
    rowDefs: new Map(),
    rowBreaks: [],
    pageSetup: {
      paperSize: 'a4',
      orientation: layout.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      showGridLines: true,
    },
    headerFooter: { oddHeader: printed(layout.watermark, 12), oddFooter: `&L${printed(layout.watermark, 8)}&R&P / &N` },
  }
  for (const line of layout.lines) place(sheet, line, layout.columns.length)
  const style = sheet.rows.length > mostPrinted ? styleOfData : styleOfPrint
  sheet.columns = layout.columns.map((column) => ({ width: column.width, ...style(column) }))
  return writeXlsx({
    sheets: [sheet],
    ...(password === undefined ? {} : { encryption: { password, spinCount: passwordRounds } }),
  })
}

/**
 * A list of more rows than anybody prints, row by row into the archive: its memory is that of the finished file. It has no head, no foot and no merged cells, so that nothing
 * of the layout but its columns and rows is taken. A list that is short enough to print is written as it is laid out.
 */
export async function writeList(layout: Layout & { readonly rows: number }): Promise<Uint8Array> {
  if (layout.rows <= mostPrinted) return writeLayout(layout)
  const columns = layout.columns.map((column) => ({ width: column.width, ...styleOfData(column) }))
  const pieces: Uint8Array[] = []
  const reader = writeXlsxStream(cellsOfLines(layout.lines), { name: layout.name, columns }).getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) pieces.push(piece.value)
  return Buffer.concat(pieces)
}

function* cellsOfLines(lines: Iterable<Line>): Generator<CellValue[], void, undefined> {
  for (const one of lines) yield cellsOf(one)
}

/** Rounds that make a guess dear; a one-time password of 99 random bits needs none, and each costs every opening of the file. */
const passwordRounds = 10_000

type Sheet = WriteOptions['sheets'][number] &
  Required<
    Pick<
      WriteOptions['sheets'][number],
      'columns' | 'rows' | 'cells' | 'merges' | 'rowDefs' | 'rowBreaks' | 'pageSetup'
    >
  >

const line = { style: 'thin' } as const
const border = { top: line, right: line, bottom: line, left: line }
const asText = '@'
/** One line to a row: a long text is printed smaller rather than over its neighbours. */
const body: CellStyle = { numFmt: asText, border, alignment: { vertical: 'center', shrinkToFit: true } }
const centred: CellStyle = { ...body, alignment: { ...body.alignment, horizontal: 'center' } }
const shortWord = 12
/** More rows than this nobody prints. A style costs the library memory and time in every cell; such a list keeps only what protects its numbers. */
const mostPrinted = 5_000
const styleOfPrint = ({ width }: LayoutColumn) => ({ style: width <= shortWord ? centred : body })
const styleOfData = ({ digits }: LayoutColumn) => (digits === true ? { style: { numFmt: asText } } : {})
const styles = {
  title: { font: { bold: true, size: 16 }, alignment: { horizontal: 'center', vertical: 'center' } },
  text: { font: { size: 12 }, alignment: { vertical: 'center', wrapText: true } },
  note: { font: { size: 9 }, alignment: { vertical: 'center', wrapText: true } },
  head: { numFmt: asText, alignment: { vertical: 'center' } },
  headings: { font: { bold: true }, border, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
} as const satisfies Readonly<Record<string, CellStyle>>

const heights = { title: 30, text: 40, note: 26, headings: 32, signing: 36 } as const

function cellsOf(line: Line): CellValue[] {
  switch (line.kind) {
    case 'title':
    case 'text':
    case 'note':
      return [cellValue(line.text)]
    case 'head':
      return [cellValue(line.label), null, cellValue(line.text)]
    case 'headings':
    case 'row':
    case 'signing':
      return line.cells.map(cellValue)
    case 'blank':
      return []
    default:
      return unreachable(line)
  }
}

/** What XML cannot hold is left out; what readers would take for an escape is escaped (ECMA-376 part 1, §22.9.2.19). */
function cellValue(value: Value): CellValue {
  if (typeof value === 'number') return value
  if (value === '') return null
  const clean = value.replace(/(?![\t\n\r\x7f-\x9f])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu, '')
  return guarded(clean).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** Puts a line below the last, with what the column's style does not give it: its own style, its height, one cell over the whole width. */
function place(sheet: Sheet, line: Line, width: number): void {
  const row = sheet.rows.length
  sheet.rows.push(cellsOf(line))
  switch (line.kind) {
    case 'title':
    case 'text':
    case 'note':
      sheet.merges.push({ startRow: row, startCol: 0, endRow: row, endCol: width - 1 })
      sheet.cells.set(`${row},0`, { style: styles[line.kind] })
      sheet.rowDefs.set(row, { height: heights[line.kind] })
      return
    case 'head':
      sheet.merges.push({ startRow: row, startCol: 0, endRow: row, endCol: 1 })
      sheet.merges.push({ startRow: row, startCol: 2, endRow: row, endCol: width - 1 })
      for (const column of [0, 1, 2]) sheet.cells.set(`${row},${column}`, { style: styles.head })
      return
    case 'headings':
      for (const column of line.cells.keys()) sheet.cells.set(`${row},${column}`, { style: styles.headings })
      sheet.rowDefs.set(row, { height: heights.headings })
      // Title and headings come back on every page.
      sheet.pageSetup.printTitlesRow = `$1:$${row + 1}`
      return
    case 'signing':
      sheet.rowDefs.set(row, { height: heights.signing })
      if (line.endsPage) sheet.rowBreaks.push(row + 1)
      return
    case 'row':
    case 'blank':
      return
    default:
      return unreachable(line)
  }
}

/** Grey, at the head and the foot of every page; `&` begins a command there, and 255 characters are all it takes. */
function printed(watermark: string, size: number): string {
  return `&${size}&K808080 ${watermark.slice(0, 90).replace(/&/g, '&&')}`
}
