import { unreachable } from '../../../shared/core/unreachable'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { together } from '../../../shared/roster/import'
import type { ImportRecord, ImportRow } from '../../_kernel/records/imports'
import { unions } from '../../_kernel/records/registry'
import { DuplicateId } from '../../_kernel/store/port'
import { readingOnce } from '../../_kernel/store/reading-once'
import { applyOrganisation } from './apply-organisation'
import { applyPerson } from './apply-person'
import type { Applying } from './applying'
import type { Advance, ImportPorts } from './job'
import { pageOf, pagesFrom, rowsOf } from './pages'
import { unitsOf } from './units-of'

/** Pages in one call, and rows that are written side by side: SQLite commits them together, CloudBase carries them at once. */
const stretch = 3
export const writtenAtOnce = 50

/** 写入一段: a transaction a row, each of which marks that it was made. Whatever is done twice, after a crash or by two at once, finds the mark. */
export async function applyRows(job: ImportRecord, ports: ImportPorts): Promise<Outcome<Advance, 'UNION_NOT_ACTIVE'>> {
  const union = await ports.store.get(unions, job.union)
  if (union?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const once = readingOnce(ports.store)
  const applying = { job, union, once, placed: await unitsOf(union, once) }
  const pages = await pagesFrom(job, job.next, stretch, ports)
  let applied = job.applied
  const written = []
  for (const page of pages) {
    const rows = await sideBySide(rowsOf(page, ports), (row) => afterwards(row, applying, ports))
    const after = pageOf(job, page.page, rows, ports)
    applied = together(applied, after.counts)
    written.push(after)
  }
  const next = job.next + pages.length
  const state = next >= job.pages ? ('done' as const) : job.state
  return succeed({ pages: written, change: { next, state, applied } })
}

/** What was refused when it was checked stays so, and what says nothing new needs no transaction. */
async function afterwards(row: ImportRow, applying: Applying, ports: ImportPorts): Promise<ImportRow> {
  switch (row.outcome) {
    case undefined:
    case 'refused':
    case 'same':
      return row
    case 'new':
    case 'changed':
      return again(async () =>
        row.roster === undefined
          ? applyOrganisation(row, applying, ports)
          : applyPerson(row, row.roster, applying, ports),
      )
    default:
      return unreachable(row.outcome)
  }
}

const attempts = 3

/** Of two who enter the same person at once one meets the other’s lock, and finds them on file the next time. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (fault) {
      if (!(fault instanceof DuplicateId) || attempt === attempts) throw fault
    }
  }
}

async function sideBySide<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<readonly B[]> {
  const done: B[] = []
  for (let at = 0; at < items.length; at += writtenAtOnce)
    done.push(...(await Promise.all(items.slice(at, at + writtenAtOnce).map(work))))
  return done
}
