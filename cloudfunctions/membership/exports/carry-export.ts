import { exportProcedures } from '../../../shared/contract/membership-exports'
import { refuse, succeed } from '../../../shared/core/outcome'
import { implement } from '../../_kernel/serve'
import { gatherStretch } from './gather'
import { advancing, myExport, viewOf } from './job'

/** 接着收集: one stretch a call, so that a page shows how far it is; whoever breaks off goes on later. */
export const carryExport = implement(exportProcedures.carryExport, async (call) => {
  const job = await myExport(call.input, call)
  if (job === undefined) return refuse('NOT_FOUND')
  const advance = await gatherStretch(job, call)
  if (advance === undefined) return succeed(viewOf(job))
  return call.act(async (tx) => {
    const after = await advancing(job, advance, call)(tx)
    return after.ok ? succeed(viewOf(after.data)) : after
  })
})
