import { membership as contract } from '../../../shared/contract/membership'
import { refuse } from '../../../shared/core/outcome'
import { accounts } from '../../_kernel/records/accounts'
import { transfers } from '../../_kernel/records/transfers'
import { implement } from '../../_kernel/serve'
import { acting } from './acting'

/** 撤回转会: the member stays where they are. */
export const withdrawTransfer = implement(contract.procedures.withdrawTransfer, async (call) => {
  const [transfer, account] = await Promise.all([
    call.store.get(transfers, call.input.transfer),
    call.store.get(accounts, call.account),
  ])
  if (transfer === undefined || transfer.person !== account?.person) return refuse('NOT_FOUND')
  return acting(transfer, { command: 'withdraw', kind: 'withdrawn' }, call)
})
