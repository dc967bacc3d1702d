import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Cell, SheetRow } from '../../../shared/roster/cell'
import { emptyCell } from '../../../shared/roster/cell'
import type { WorkbookLimits } from '../../../shared/roster/workbook'
import { Unreadable } from './unreadable'

/** 文字编码 of a CSV: GB18030 holds GBK and GB2312, as Excel and WPS save them in China. */
export type CsvEncoding = 'utf-8' | 'gb18030'

export interface CsvText {
  readonly encoding: CsvEncoding
  readonly text: string
}

/** The text and how it was written. Bytes that are good UTF-8 are UTF-8: Chinese in GB18030 hardly ever is. Other texts (HTML that calls itself .xls, PDF) are no table. */
export function decodeCsv(bytes: Buffer): CsvText {
  if (bytes.includes(0) || bytes.length === 0) throw new Unreadable('WORKBOOK_UNKNOWN')
  const utf8 = decoded(bytes, 'utf-8')
  const text = utf8 ?? decoded(bytes, 'gb18030')
  if (text === undefined) throw new Unreadable('CSV_ENCODING')
  if (/^\s*(<[!?a-z]|%PDF-|\{\\rtf)/i.test(text.slice(0, 200))) throw new Unreadable('WORKBOOK_UNKNOWN')
  return { encoding: utf8 === undefined ? 'gb18030' : 'utf-8', text }
}

function decoded(bytes: Buffer, encoding: CsvEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const piece = 64 * 1024

/** Rows of a text by RFC 4180. A CSV has text cells only; a row is a record, as a spreadsheet shows it, whatever lines it has. */
export async function* csvRows(text: string, limits: WorkbookLimits): AsyncGenerator<SheetRow, void, undefined> {
  refuseEndlessLines(text, limits)
  const parser = Readable.from(pieces(text)).pipe(
    parse({
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: limits.columns * limits.cellCharacters,
    }),
  )
  let number = 0
  try {
    for await (const record of parser) {
      number++
      const cells = cellsOf(record as readonly string[], number, limits)
      if (cells.length > 0) yield { number, cells }
    }
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    const tooLarge = fault.code === 'CSV_MAX_RECORD_SIZE'
    throw new Unreadable(tooLarge ? 'WORKBOOK_TOO_LARGE' : 'CSV_DAMAGED', { row: Number(fault['records']) + 1 })
  }
}

const lineFeed = 10
const comma = 44

/** A record is in memory as a whole before it is counted; millions of empty fields would be too much. */
function refuseEndlessLines(text: string, { cellCharacters }: WorkbookLimits): void {
  let commas = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === lineFeed) commas = 0
    else if (code === comma && ++commas > cellCharacters) throw new Unreadable('WORKBOOK_TOO_LARGE')
  }
}

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += piece) yield text.slice(at, at + piece)
}

function cellsOf(record: readonly string[], row: number, limits: WorkbookLimits): readonly Cell[] {
  const cells: Cell[] = []
  for (const [column, text] of record.entries()) {
    if (text === '') continue
    if (row > limits.rows || column >= limits.columns || text.length > limits.cellCharacters)
      throw new Unreadable('WORKBOOK_TOO_LARGE', { row, column })
    while (cells.length < column) cells.push(emptyCell)
    cells.push({ kind: 'text', text })
  }
  return cells
}
