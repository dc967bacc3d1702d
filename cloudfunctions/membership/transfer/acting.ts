import type { Revision } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import type { TransferRecord } from '../../_kernel/records/transfers'
import type { Call } from '../../_kernel/serve'
import { stepping, type TransferAct } from './stepping'

/** One step by somebody who saw the transfer as it is: whoever saw an older one looks again first. */
export async function acting(transfer: TransferRecord, act: TransferAct, call: Call<{ readonly seen: Revision }>) {
  if (transfer.state === 'open' && transfer.revision !== call.input.seen) return refuse('TRANSFER_CHANGED')
  const step = await stepping(transfer, act, call)
  if (!step.ok) return step
  return call.act(async (tx) => {
    const written = await step.data(tx)
    return written.ok ? succeed({ state: written.data.state }) : written
  })
}
