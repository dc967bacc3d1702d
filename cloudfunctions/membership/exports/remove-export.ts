import { exportProcedures } from '../../../shared/contract/membership-exports'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import type { ExportRecord } from '../../_kernel/records/exports'
import { implement } from '../../_kernel/serve'
import { advancing, myExport, viewOf } from './job'
import { removeContents } from './removing'

/** 提前删除. First what it holds, then the record says so: whoever is killed between the two finds it again. */
export const removeExport = implement(exportProcedures.removeExport, async (call) => {
  const job = await myExport(call.input, call)
  if (job === undefined) return refuse('NOT_FOUND')
  if (job.state === 'removed') return succeed(viewOf(job))
  await removeContents(job, call)
  const audit = auditing(call, { action: 'export.remove', subject: job._id, union: job.union })
  return call.act(async (tx) => {
    const after = await advancing(job, { change: removed }, call)(tx)
    if (after.ok) await audit(tx)
    return after.ok ? succeed(viewOf(after.data)) : after
  })
})

/** What stands on record when rows and files are gone. */
export const removed: Pick<ExportRecord, 'state' | 'files' | 'pages'> & { readonly position: undefined } = {
  state: 'removed',
  files: [],
  pages: 0,
  position: undefined,
}
