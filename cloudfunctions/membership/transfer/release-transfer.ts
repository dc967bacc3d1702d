import { membership as contract } from '../../../shared/contract/membership'
import { refuse } from '../../../shared/core/outcome'
import { implement } from '../../_kernel/serve'
import { acting } from './acting'
import { transferFor } from './sides'

/** 转出方放行 (T3): the notice has said enough. Also takes back what was reported. */
export const releaseTransfer = implement(contract.procedures.releaseTransfer, async (call) => {
  const found = await transferFor(call.input, call)
  if (!found.ok) return found
  const { part, transfer, acting: union } = found.data
  if (!part.leaving) return refuse('NOT_FOUND')
  return acting(transfer, { command: 'release', kind: 'released', union }, call)
})
