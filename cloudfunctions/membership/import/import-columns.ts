import { importProcedures } from '../../../shared/contract/membership-import'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { organisationColumns, rosterColumns } from '../../../shared/roster/annexes'
import { shown, type SheetRow } from '../../../shared/roster/cell'
import type { ImportAnnex } from '../../../shared/roster/import'
import { mappingByOrder, suggestOrganisationMapping, suggestRosterMapping } from '../../../shared/roster/mapping'
import { readRosterHead } from '../../../shared/roster/roster-head'
import type { WorkbookRefusal } from '../../../shared/roster/workbook'
import { implement } from '../../_kernel/serve'
import { openWorkbook, type OpenedSheet } from '../../_kernel/workbook/read-workbook'
import { myImport, secretsOfImport } from './job'

/** Rows in which headings are looked for, and rows below them whose cells are shown. */
const looked = 40
const sampled = 3

/** 这是什么表、哪一列是什么: by its headings, for whoever brought the file to confirm or change. */
export const importColumns = implement(importProcedures.importColumns, async (call) => {
  const job = await myImport(call.input, call)
  if (job?.file === undefined) return refuse('NOT_FOUND')
  const file = await call.files.get(job.file)
  if (file === undefined) return refuse('NOT_FOUND')
  const sheet = call.input.sheet ?? secretsOfImport(job, call).sheet
  const opened = await openWorkbook(file.bytes, sheet === undefined ? {} : { sheet })
  if (!opened.ok) return refuse(readable(opened.code))
  const rows = await firstRows(opened.data)
  if (!rows.ok) return rows

  const asked = call.input.headRow
  const among = asked === undefined ? rows.data : rows.data.filter(({ number }) => number === asked)
  const annex = call.input.annex ?? job.annex ?? likelierAnnex(among)
  const suggested = annex === 'roster' ? suggestRosterMapping(among) : suggestOrganisationMapping(among)
  const columns = annex === 'roster' ? rosterColumns : organisationColumns
  const { headRow, columns: places } = suggested ?? {
    headRow: asked ?? 0,
    columns: asked === undefined ? mappingByOrder<string>(columns).columns : {},
  }
  return succeed({
    annex,
    sheets: [...opened.data.sheets],
    ...(opened.data.sheet === undefined ? {} : { sheet: opened.data.sheet }),
    headRow,
    heads: headsOf(rows.data, headRow),
    columns: Object.fromEntries(Object.entries(places).flatMap(([key, at]) => (at === undefined ? [] : [[key, at]]))),
    unionName: annex === 'roster' ? readRosterHead(rows.data, headRow).unionName : '',
  })
})

/** The one of which more columns are found. */
function likelierAnnex(rows: readonly SheetRow[]): ImportAnnex {
  const found = (mapping: { readonly found: object } | undefined) => Object.keys(mapping?.found ?? {}).length
  return found(suggestOrganisationMapping(rows)) > found(suggestRosterMapping(rows)) ? 'organisation' : 'roster'
}

async function firstRows(sheet: OpenedSheet): Promise<Outcome<readonly SheetRow[], ReturnType<typeof readable>>> {
  for await (const page of sheet.pages()) {
    if (!page.ok) return refuse(readable(page.code))
    return succeed(page.data.slice(0, looked))
  }
  return succeed([])
}

function headsOf(rows: readonly SheetRow[], headRow: number) {
  const head = rows.find(({ number }) => number === headRow)
  const below = rows.filter(({ number }) => number > headRow).slice(0, sampled)
  const width = Math.max(0, ...[...(head === undefined ? [] : [head]), ...below].map(({ cells }) => cells.length))
  const text = (row: SheetRow, column: number) => {
    const cell = row.cells[column]
    return cell === undefined ? '' : shown(cell).trim().slice(0, 30)
  }
  return Array.from({ length: width }, (_, column) => ({
    column,
    heading: head === undefined ? '' : text(head, column),
    samples: below.map((row) => withoutNumber(text(row, column))).filter((sample) => sample !== ''),
  }))
}

/** Enough of an identity number or a phone to see what it is. */
function withoutNumber(text: string): string {
  return /^[\dXx]{8,}$/.test(text) ? `${text.slice(0, 3)}…${text.slice(-2)}` : text
}

/** A file that opened once opens again: what can still come is another sheet, or one that is damaged further down. */
function readable(code: WorkbookRefusal['code']) {
  switch (code) {
    case 'SHEET_UNKNOWN':
    case 'WORKBOOK_TOO_LARGE':
    case 'WORKBOOK_BOMB':
    case 'CSV_DAMAGED':
      return code
    default:
      return 'WORKBOOK_DAMAGED' as const
  }
}
