import { together, noRows } from '../../../shared/roster/import'
import type { RosterVerdict } from '../../../shared/roster/judge-person'
import type { ImportRecord, ImportRow } from '../../_kernel/records/imports'
import { unions } from '../../_kernel/records/registry'
import { readingOnce } from '../../_kernel/store/reading-once'
import type { Advance, ImportPorts } from './job'
import { matchPerson } from './match-person'
import { matchUnion } from './match-union'
import { pageOf, pagesFrom, rowsOf } from './pages'
import { unitsOf } from './units-of'

/** Pages in one call, and rows that are looked up side by side. */
const stretch = 5

/** 对着登记看一段 (试导入): what would come of each row, and nothing is written but that. */
export async function matchRows(job: ImportRecord, ports: ImportPorts): Promise<Advance> {
  const store = readingOnce(ports.store)
  const union = await store.get(unions, job.union)
  if (union === undefined) throw new Error(`${job.union} is gone`)
  const placed = await unitsOf(union, store)
  const pages = await pagesFrom(job, job.next, stretch, ports)
  let checked = job.next === 0 ? noRows : job.checked
  const written = []
  for (const page of pages) {
    const rows = await Promise.all(rowsOf(page, ports).map(matched))
    const after = pageOf(job, page.page, rows, ports)
    checked = together(checked, after.counts)
    written.push(after)
  }
  const next = job.next + pages.length
  const over = next >= job.pages
  return { pages: written, change: { checked, ...(over ? { state: 'checked', next: 0 } : { next }) } }

  async function matched(row: ImportRow): Promise<ImportRow> {
    if (row.roster !== undefined) {
      const { verdict } = await matchPerson(row.roster, placed(row.roster.unitName), job.union, ports.store, ports)
      return judgedRow(row, verdict)
    }
    if (row.organisation === undefined) return row
    const found = await matchUnion(row.organisation, job.union, { ...ports, store })
    if (!found.ok) return { ...row, outcome: 'refused', problems: found.problems.map((problem) => ({ ...problem })) }
    const { changes, notes } = found.verdict
    return {
      ...row,
      outcome: changes.length === 0 ? 'same' : 'changed',
      changes: changes.map((change) => ({ ...change })),
      notes: [...notes],
      union: found.union._id,
    }
  }
}

/** A row with what was found of it. */
export function judgedRow(row: ImportRow, verdict: RosterVerdict): ImportRow {
  if (verdict.kind === 'refused') return { ...row, outcome: 'refused', changes: [], problems: [{ ...verdict.problem }] }
  return {
    ...row,
    outcome: verdict.kind,
    changes: verdict.kind === 'changed' ? verdict.changes.map((change) => ({ ...change })) : [],
    notes: [...verdict.notes],
  }
}
