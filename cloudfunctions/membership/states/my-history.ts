import { membership as contract } from '../../../shared/contract/membership'
import { succeed } from '../../../shared/core/outcome'
import { implement } from '../../_kernel/serve'
import { historyPageOf } from './history-of'
import { myRecord } from './my-member'

/** 更早的变动. */
export const myHistory = implement(contract.procedures.myHistory, async (call) => {
  const member = await myRecord(call)
  return succeed(member === undefined ? { history: [] } : await historyPageOf(member._id, call.input.cursor, call))
})
