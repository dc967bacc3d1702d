import { last } from '../../../shared/core/own'
import { Unreadable } from './unreadable'
import { relationshipsOf, type Package } from './package-parts'
import { readWholeXml } from './xml'
import type { ZipDirectory } from './zip-directory'

/** What a workbook names before any cell is read. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  readonly styles: string | undefined
  readonly strings: string | undefined
  /** 日期系统: some files count days from 1904. */
  readonly from1904: boolean
}
export interface SheetPart {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

const contentTypes = '[Content_Types].xml'
const spreadsheet = /^application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.(sheet|template)\.main\+xml$/
const withMacros = /^application\/vnd\.ms-excel\.(sheet|template|addin)\.macroEnabled\.main\+xml$/
const binary = /^application\/vnd\.ms-excel\.sheet\.binary\.macroEnabled\.main$/

/** Macros and links to other files are refused by what the directory lists, before anything is unpacked. */
export function refuseDangerousParts(directory: ZipDirectory): void {
  for (const { name } of directory.values()) {
    if (/(^|\/)vbaProject\.bin$/i.test(name)) throw new Unreadable('WORKBOOK_MACROS', { part: name })
    if (/(^|\/)(externalLinks|queryTables)\/|(^|\/)connections\.xml$/i.test(name))
      throw new Unreadable('WORKBOOK_LINKS', { part: name })
  }
}

export async function findParts(parts: Package): Promise<WorkbookParts> {
  const workbook = await findWorkbook(parts)
  const relations = await relationshipsOf(parts, workbook)
  const one = (type: string) => relations.find((relation) => relation.type === type)?.target
  const sheets: SheetPart[] = []
  let from1904 = false
  await readWholeXml(parts.pieces(workbook), workbook, {
    open: (element, { name = '', id, state, date1904 }) => {
      if (element === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true'
      const relation = element === 'sheet' ? relations.find((candidate) => candidate.id === id) : undefined
      if (relation?.type === 'worksheet')
        sheets.push({ name, part: relation.target, hidden: state === 'hidden' || state === 'veryHidden' })
    },
  })
  if (sheets.length === 0) throw new Unreadable('WORKBOOK_DAMAGED', { part: workbook })
  return { sheets, styles: one('styles'), strings: one('sharedStrings'), from1904 }
}

/** The main part, by its type: a document or a presentation has another, and so has a workbook with macros. */
async function findWorkbook(parts: Package): Promise<string> {
  if (!parts.has(contentTypes)) throw new Unreadable('WORKBOOK_UNKNOWN')
  const found: string[] = []
  await readWholeXml(parts.pieces(contentTypes), contentTypes, {
    open: (element, { ContentType = '', PartName = '' }) => {
      if (withMacros.test(ContentType)) throw new Unreadable('WORKBOOK_MACROS', { part: PartName })
      if (binary.test(ContentType)) throw new Unreadable('WORKBOOK_OLD', { part: PartName })
      if (element === 'Override' && spreadsheet.test(ContentType)) found.push(PartName.replace(/^\//, ''))
    },
  })
  const workbook = last(found)
  if (workbook === undefined) throw new Unreadable('WORKBOOK_UNKNOWN')
  return workbook
}
