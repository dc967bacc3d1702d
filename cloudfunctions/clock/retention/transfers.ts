import { overBefore, retention } from '../../../shared/policy/retention'
import { TransferState } from '../../../shared/membership/transfer'
import { transfers } from '../../_kernel/records/transfers'
import type { Runtime } from '../../_kernel/runtime'
import { forget } from './forget'

/** 办结的转会到期删除: that the membership moved stands in its history. */
export async function forgetTransfers(runtime: Runtime): Promise<number> {
  const until = overBefore(retention.closedTransfer, runtime.now())
  let forgotten = 0
  for (const state of TransferState.exclude(['open']).options)
    forgotten += await forget(
      {
        collection: transfers,
        query: { index: 'closed', equals: { state }, until },
        isOver: (transfer) => transfer.state === state && transfer.updatedAt < until,
      },
      runtime,
    )
  return forgotten
}
