import { importProcedures } from '../../../shared/contract/membership-import'
import { refuse, succeed } from '../../../shared/core/outcome'
import { maskName } from '../../../shared/identity/mask'
import {
  headingOf,
  isProblemCode,
  isRowNote,
  noteSentences,
  reasonsOf,
  type ImportAnnex,
} from '../../../shared/roster/import'
import type { RowProblem } from '../../../shared/roster/row-problems'
import type { ImportRow } from '../../_kernel/records/imports'
import { implement } from '../../_kernel/serve'
import { myImport } from './job'
import { pagesFrom, rowsOf } from './pages'

/** Pages looked through in one call, and rows that are enough for a page of the app. */
const lookedThrough = 20
const enough = 50

/** 看一类行: those of one outcome, page by page of the file, until there are enough. */
export const importRows = implement(importProcedures.importRows, async (call) => {
  const { outcome, from = 0 } = call.input
  const job = await myImport(call.input, call)
  if (job === undefined) return refuse('NOT_FOUND')
  const { annex } = job
  if (annex === undefined) return succeed({ rows: [] })
  const pages = await pagesFrom(job, from, lookedThrough, call)
  const rows: ImportRow[] = []
  let next = from
  for (const page of pages) {
    if (rows.length >= enough) break
    next = page.page + 1
    if (page.counts[outcome] > 0) rows.push(...rowsOf(page, call).filter((row) => row.outcome === outcome))
  }
  return succeed({
    rows: rows.map((row) => shownRow(row, annex)),
    ...(next < job.pages ? { next } : {}),
  })
})

function shownRow({ row, roster, organisation, problems, changes = [], notes = [] }: ImportRow, annex: ImportAnnex) {
  return {
    row,
    name: roster === undefined ? (organisation?.name ?? '') : maskName(roster.name),
    ...(problems.length === 0 ? {} : { reason: reasonsOf(annex, knownProblems(problems)) }),
    changes: changes.map(({ key, before, after }) => ({ heading: headingOf(annex, key), before, after })),
    notes: notes.flatMap((note) => (isRowNote(note) ? noteSentences[note] : [])),
  }
}

/** As a row keeps them: a code that this version does not know says nothing. */
export function knownProblems(problems: ImportRow['problems']): readonly RowProblem<string>[] {
  return problems.flatMap(({ column, code, message, row }) =>
    isProblemCode(code)
      ? {
          column,
          code,
          ...(message === undefined ? {} : { message }),
          ...(row === undefined ? {} : { row }),
        }
      : [],
  )
}
