import { unreachable } from '../../../shared/core/unreachable'
import type { ExportRecord, Position } from '../../_kernel/records/exports'
import { gatherMembers } from './gather-members'
import { gatherSigners } from './gather-signers'
import { gatherUnions } from './gather-unions'
import type { Gathered } from './gathered'
import type { Advance, ExportPorts } from './job'
import { pageOf, rowsOfPage } from './pages'

/** Pages that one call fills. */
const pagesOfStretch = 5

/** 收集一段. A page is filled whole before the next begins, so that pages can be counted in rows. */
export async function gatherStretch(job: ExportRecord, ports: ExportPorts): Promise<Advance | undefined> {
  if (job.state !== 'gathering') return undefined
  const rows: unknown[] = []
  let position = job.position
  while (position !== undefined && rows.length < pagesOfStretch * rowsOfPage) {
    const wanted = rowsOfPage - (rows.length % rowsOfPage)
    const more = await gathered(job, position, wanted, rows, ports)
    rows.push(...more.rows)
    position = more.position
  }
  const pages = Array.from({ length: Math.ceil(rows.length / rowsOfPage) }, (_, page) =>
    pageOf(job, job.pages + page, rows.slice(page * rowsOfPage, (page + 1) * rowsOfPage), ports),
  )
  const state = position === undefined ? 'ready' : 'gathering'
  return { change: { state, position, rows: job.rows + rows.length, pages: job.pages + pages.length }, pages }
}

function gathered(
  job: ExportRecord,
  position: Position,
  limit: number,
  before: readonly unknown[],
  ports: ExportPorts,
): Promise<Gathered> {
  switch (job.annex) {
    case 'roster':
      return gatherMembers(job, position, { limit, before }, ports)
    case 'letter':
      return gatherSigners(job.of, position, limit, ports)
    case 'organisation':
      return gatherUnions(job.of, position, limit, ports)
    default:
      return unreachable(job.annex)
  }
}
