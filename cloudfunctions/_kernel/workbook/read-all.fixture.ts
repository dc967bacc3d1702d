import { readFileSync } from 'node:fs'
import { shown, type SheetRow } from '../../../shared/roster/cell'
import type { WorkbookLimits, WorkbookRefusal } from '../../../shared/roster/workbook'
import { openWorkbook, type OpenedSheet } from './read-workbook'

/** Everything of a file at once, as only a test may want it. */
export async function readAll(
  file: Uint8Array,
  choice: { readonly sheet?: string } = {},
  limits?: WorkbookLimits,
): Promise<{ readonly ok: true; readonly opened: OpenedSheet; readonly rows: readonly SheetRow[] } | WorkbookRefusal> {
  const opened = await openWorkbook(file, choice, limits)
  if (!opened.ok) return opened
  const rows: SheetRow[] = []
  for await (const page of opened.data.pages()) {
    if (!page.ok) return page
    rows.push(...page.data)
  }
  return { ok: true, opened: opened.data, rows }
}

/** Run as a program: reads the file it is named, page by page, and prints what came of it. */
async function main(file: string): Promise<void> {
  const opened = await openWorkbook(readFileSync(file))
  let cells = 0
  let refused = opened.ok ? undefined : opened.code
  if (opened.ok)
    for await (const page of opened.data.pages())
      if (page.ok) for (const row of page.data) cells += row.cells.filter((cell) => shown(cell) !== '').length
      else refused = page.code
  process.stdout.write(JSON.stringify({ refused: refused ?? null, cells }))
}

const [, program, file] = process.argv
if (program === __filename && file !== undefined) void main(file)
