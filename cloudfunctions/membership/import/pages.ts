import { z } from 'zod'
import { counted } from '../../../shared/roster/import'
import { importPages, ImportRow, type ImportPageRecord, type ImportRecord } from '../../_kernel/records/imports'
import { openJson, sealJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'

/** Rows that lie sealed together, and are written together when they are matched or applied. */
export const rowsOfPage = 100

const Rows = z.array(ImportRow)
const pageId = ({ _id, run }: Pick<ImportRecord, '_id' | 'run'>, page: number) => `${_id}:${run}:${page}`

export function pageOf(
  job: Pick<ImportRecord, '_id' | 'run'>,
  page: number,
  rows: readonly ImportRow[],
  { sealer }: Pick<Call<unknown>, 'sealer'>,
): ImportPageRecord {
  const id = pageId(job, page)
  return {
    _id: id,
    import: job._id,
    run: job.run,
    page,
    counts: counted(rows.flatMap(({ outcome }) => outcome ?? [])),
    rows: sealJson(sealer, { collection: importPages.name, id, field: 'rows' }, rows),
  }
}

export function rowsOf(
  { _id, rows }: ImportPageRecord,
  { sealer }: Pick<Call<unknown>, 'sealer'>,
): readonly ImportRow[] {
  return openJson(sealer, { collection: importPages.name, id: _id, field: 'rows' }, Rows, rows)
}

/** So many pages of the run that counts, from this one on. */
export async function pagesFrom(
  { _id, run }: ImportRecord,
  from: number,
  limit: number,
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<readonly ImportPageRecord[]> {
  const found = await store.find(importPages, { index: 'byImport', equals: { import: _id, run }, from, limit })
  return found.documents
}
