import { membership as contract } from '../../../shared/contract/membership'
import { refuse } from '../../../shared/core/outcome'
import { implement } from '../../_kernel/serve'
import { acting } from './acting'
import { answerBy } from './notice'
import { transferFor, upperOf } from './sides'

/** 报告事实不符 (T6): the one thing that either side can say against a transfer. The nearest common upper union settles it. */
export const disputeTransfer = implement(contract.procedures.disputeTransfer, async (call) => {
  const found = await transferFor(call.input, call)
  if (!found.ok) return found
  const { part, transfer, acting: union } = found.data
  const { side, what, note } = call.input.error
  if (side === 'leaving' ? !part.leaving : !part.receiving) return refuse('NOT_FOUND')
  const reviewer = await upperOf(transfer, call)
  if (reviewer === undefined) return refuse('NOT_FOUND')
  const settleBy = await answerBy(reviewer.union, call)
  return acting(
    transfer,
    {
      command: side === 'leaving' ? 'dispute-leaving' : 'dispute-receiving',
      kind: side === 'leaving' ? 'disputed-leaving' : 'disputed-receiving',
      union,
      error: what,
      note,
      change: { reviewer },
      settleBy,
      tell: `${union.name}说您的转会有一处和事实不符，由${reviewer.name}裁定，请看进度。`,
    },
    call,
  )
})
