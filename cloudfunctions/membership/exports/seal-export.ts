import { exportProcedures } from '../../../shared/contract/membership-exports'
import { refuse, succeed } from '../../../shared/core/outcome'
import { exportFileName, partsOf } from '../../../shared/roster/export'
import { piecesOf } from '../../../shared/roster/import'
import { auditing } from '../../_kernel/audit'
import { confirming } from '../../_kernel/desk/confirming'
import { keepDocument } from '../../_kernel/documents'
import { exportPages, exports } from '../../_kernel/records/exports'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { oneTimePassword } from '../../_kernel/workbook/one-time-password'
import { writeLayout } from '../../_kernel/workbook/write-xlsx'
import { mayGoUpTo } from './checks'
import { advancing, myExport } from './job'
import { layoutOf } from './layout-of'
import { dropFile } from './removing'

/**
 * 生成文件: written and encrypted in one call; at a desk the phone says yes to it, as to any whole number. The password is in the answer and nowhere else in the clear; whoever has lost it has the file made again, with
 * another one. Whether the table may still go up is asked once more: a report may have gone back meanwhile.
 */
export const sealExport = implement(exportProcedures.sealExport, async (call) => {
  const { part } = call.input
  const job = await myExport(call.input, call)
  const parts = job === undefined ? 0 : partsOf(job.rows)
  if (job === undefined || part >= parts) return refuse('NOT_FOUND')
  if (job.state !== 'ready') return refuse('EXPORT_CHANGED')
  const [whose, pages] = await Promise.all([
    call.store.get(unions, job.of),
    call.store.count(exportPages, { index: 'byExport', equals: { export: job._id } }),
  ])
  if (whose === undefined) return refuse('NOT_FOUND')
  // Its day was just over: half a table is no table.
  if (pages !== job.pages) return refuse('EXPORT_CHANGED')
  if (!(await mayGoUpTo(job.union, whose, call))) return refuse('EXPORT_UNCHECKED')

  const password = oneTimePassword()
  const bytes = await writeLayout(await layoutOf(job, whose, part, call), { password })
  const kept = await call.files.put({ kind: 'encrypted-workbook', bytes, owner: job.by })
  if (!kept.ok) throw new Error(`a table that was just written is not kept: ${kept.reason}`)
  const before = job.files.find((one) => one.part === part)
  const files = [...job.files.filter((one) => one !== before), { part, file: kept.id, bytes: bytes.length }]
  const { annex, form, of, rows } = job
  const reason = call.sealer.open({ collection: exports.name, id: job._id, field: 'reason' }, job.reason)
  const content = { annex, form, of, rows, part, reason }
  const audits = [...new Set([job.union, of])].map((chain) =>
    auditing(call, { action: 'export.seal', subject: job._id, union: chain, content }),
  )
  const confirmed = confirming(
    { kind: 'export-table', union: job.union, export: job._id },
    call.input.confirmation,
    call,
  )
  const done = await call.act(async (tx) => {
    const allowed = await confirmed(tx)
    if (!allowed.ok) return allowed
    const after = await advancing(job, { change: { files } }, call)(tx)
    if (!after.ok) return after
    if (after.data.step !== job.step + 1 || !after.data.files.some(({ file }) => file === kept.id))
      return refuse('EXPORT_CHANGED')
    await keepDocument(tx, kept.id, { collection: exports.name, record: job._id })
    for (const audit of audits) await audit(tx)
    const fileName = exportFileName({ annex, ofName: job.ofName, day: call.today }, { part, parts })
    return succeed({ fileName, password, pieces: piecesOf(bytes.length) })
  })
  if (done.ok && before !== undefined) await dropFile(before.file, call)
  return done
})
