import { membership as contract } from '../../../shared/contract/membership'
import { refuse } from '../../../shared/core/outcome'
import { implement } from '../../_kernel/serve'
import { acting } from './acting'
import { transferFor } from './sides'

/** 转入方确认在本单位工作 (T5). */
export const acceptTransfer = implement(contract.procedures.acceptTransfer, async (call) => {
  const found = await transferFor(call.input, call)
  if (!found.ok) return found
  const { part, transfer, acting: union } = found.data
  if (!part.receiving) return refuse('NOT_FOUND')
  return acting(transfer, { command: 'accept', kind: 'accepted', union }, call)
})
