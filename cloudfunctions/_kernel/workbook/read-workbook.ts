import { last } from '../../../shared/core/own'
import { succeed, type Success } from '../../../shared/core/outcome'
import type { SheetRow } from '../../../shared/roster/cell'
import { workbookLimits, type WorkbookLimits, type WorkbookRefusal } from '../../../shared/roster/workbook'
import { csvRows, decodeCsv, type CsvEncoding } from './csv'
import { readDateFormats } from './date-formats'
import { openPackage, type Package } from './package-parts'
import { readSharedStrings } from './shared-strings'
import { Unreadable } from './unreadable'
import { findParts, refuseDangerousParts, type SheetPart, type WorkbookParts } from './workbook-parts'
import { worksheetReader } from './worksheet'
import { readXml } from './xml'
import { readZipDirectory } from './zip-directory'

/** 一张工作表, opened: what it is, and its rows in pages. A refusal may still come while its rows are read; it is the last step then. */
export interface OpenedSheet {
  readonly format: 'xlsx' | 'csv'
  readonly encoding?: CsvEncoding
  /** Names of all sheets that are shown, and of the one that is read. A CSV has none. */
  readonly sheets: readonly string[]
  readonly sheet?: string
  pages(): AsyncGenerator<Success<readonly SheetRow[]> | WorkbookRefusal, void, undefined>
}

const rowsPerPage = 500

/**
 * 读表格: XLSX, or CSV in UTF-8 or GB18030, found by its bytes and never by its name. Without `sheet` the first sheet that is shown is read. Memory is bounded
 * by the limits, whatever the file claims: its zip directory is judged first, parts are unpacked in pieces, rows leave in pages.
 */
export async function openWorkbook(
  file: Uint8Array,
  choice: { readonly sheet?: string } = {},
  limits: WorkbookLimits = workbookLimits,
): Promise<Success<OpenedSheet> | WorkbookRefusal> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  try {
    if (bytes.length > limits.fileBytes) throw new Unreadable('WORKBOOK_TOO_LARGE')
    if (isCompoundFile(bytes)) throw new Unreadable(isEncryptedPackage(bytes) ? 'WORKBOOK_PASSWORD' : 'WORKBOOK_OLD')
    return succeed(isZip(bytes) ? await openXlsx(bytes, choice.sheet, limits) : openCsv(bytes, limits))
  } catch (fault) {
    return refusalOf(fault)
  }
}

const isZip = (bytes: Buffer) => bytes.length >= 4 && bytes.readUInt32LE(0) === 0x04034b50

/** The container of .xls, .et and .doc, and of packages with a password ([MS-CFB] §2.2, [MS-OFFCRYPTO] §2.3). */
const isCompoundFile = (bytes: Buffer) => bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))
const isEncryptedPackage = (bytes: Buffer) => bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))

async function openXlsx(bytes: Buffer, chosen: string | undefined, limits: WorkbookLimits): Promise<OpenedSheet> {
  const directory = readZipDirectory(bytes, limits)
  refuseDangerousParts(directory)
  const parts = openPackage(bytes, directory, limits)
  const found = await findParts(parts)
  const shown = found.sheets.filter(({ hidden }) => !hidden)
  const sheet = chosen === undefined ? shown[0] : shown.find(({ name }) => name === chosen)
  if (sheet === undefined) throw new Unreadable('SHEET_UNKNOWN')
  return {
    format: 'xlsx',
    sheets: shown.map(({ name }) => name),
    sheet: sheet.name,
    pages: () => paged(sheetRows(openPackage(bytes, directory, limits), found, sheet, limits)),
  }
}

async function* sheetRows(
  parts: Package,
  { strings, styles, from1904 }: WorkbookParts,
  { part }: SheetPart,
  limits: WorkbookLimits,
): AsyncGenerator<SheetRow, void, undefined> {
  const context = {
    part,
    strings: await readSharedStrings(parts, strings, limits),
    dateFormats: styles === undefined ? new Set<number>() : await readDateFormats(parts.pieces(styles), styles),
    from1904,
    limits,
  }
  let rows: SheetRow[] = []
  const reader = worksheetReader(context, (row) => rows.push(row))
  for await (const _ of readXml(parts.pieces(part), part, reader)) {
    yield* rows
    rows = []
  }
  yield* rows
}

function openCsv(bytes: Buffer, limits: WorkbookLimits): OpenedSheet {
  const { text, encoding } = decodeCsv(bytes)
  return { format: 'csv', encoding, sheets: [], pages: () => paged(csvRows(text, limits)) }
}

async function* paged(
  rows: AsyncIterable<SheetRow>,
): AsyncGenerator<Success<readonly SheetRow[]> | WorkbookRefusal, void, undefined> {
  let page: SheetRow[] = []
  try {
    for await (const row of rows) {
      page.push(row)
      if (page.length < rowsPerPage) continue
      yield succeed(page)
      page = []
    }
  } catch (fault) {
    yield refusalOf(fault)
    return
  }
  if (last(page) !== undefined) yield succeed(page)
}

function refusalOf(fault: unknown): WorkbookRefusal {
  if (fault instanceof Unreadable) return fault.refusal()
  throw fault
}
