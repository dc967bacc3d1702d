import { z } from 'zod'
import { rowsOfFile } from '../../../shared/roster/export'
import { exportPages, type ExportPageRecord, type ExportRecord } from '../../_kernel/records/exports'
import { openJson, sealJson } from '../../_kernel/secrets'
import type { ExportPorts } from './job'

/** Rows that lie sealed together. Every page but the last of an export is full, so that a file begins with a page. */
export const rowsOfPage = 100
const pagesOfFile = rowsOfFile / rowsOfPage
const pagesAtOnce = 100

export function pageOf(
  { _id }: Pick<ExportRecord, '_id'>,
  page: number,
  rows: readonly unknown[],
  { sealer }: Pick<ExportPorts, 'sealer'>,
): ExportPageRecord {
  const id = `${_id}:${page}`
  return {
    _id: id,
    export: _id,
    page,
    rows: sealJson(sealer, { collection: exportPages.name, id, field: 'rows' }, rows),
  }
}

/** The rows of one file, opened page by page. */
export async function rowsOfPart<S extends z.ZodType>(
  { _id, pages }: ExportRecord,
  part: number,
  schema: S,
  { store, sealer }: Pick<ExportPorts, 'store' | 'sealer'>,
): Promise<readonly z.output<S>[]> {
  const rows: z.output<S>[] = []
  const end = Math.min(pages, (part + 1) * pagesOfFile)
  for (let from = part * pagesOfFile; from < end; from += pagesAtOnce) {
    const limit = Math.min(pagesAtOnce, end - from)
    const found = await store.find(exportPages, { index: 'byExport', equals: { export: _id }, from, limit })
    for (const page of found.documents) {
      const place = { collection: exportPages.name, id: page._id, field: 'rows' }
      rows.push(...openJson(sealer, place, z.array(schema), page.rows))
    }
  }
  return rows
}
