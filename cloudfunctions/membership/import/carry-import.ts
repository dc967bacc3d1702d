import { importProcedures } from '../../../shared/contract/membership-import'
import { refuse, succeed } from '../../../shared/core/outcome'
import { implement } from '../../_kernel/serve'
import { stretchOf } from './carry'
import { advancing, myImport, viewOf } from './job'
import { removePieces } from './removing'

/** 接着办: one stretch a call, so that a page shows how far it is. Whoever breaks off goes on later, here or on another device. */
export const carryImport = implement(importProcedures.carryImport, async (call) => {
  const job = await myImport(call.input, call)
  if (job === undefined) return refuse('NOT_FOUND')
  const stretch = await stretchOf(job, call)
  if (!stretch.ok) return stretch
  const advance = stretch.data
  if (advance === undefined) return succeed(viewOf(job, call))
  const done = await call.act(async (tx) => {
    const after = await advancing(job, advance, call)(tx)
    return after.ok ? succeed(viewOf(after.data, call)) : after
  })
  // The file stands for its pieces now.
  if (done.ok && job.state === 'uploading') await removePieces(job._id, call)
  return done
})
