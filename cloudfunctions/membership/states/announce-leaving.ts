import { membership as contract } from '../../../shared/contract/membership'
import { implement } from '../../_kernel/serve'
import { taskHere } from '../life/held'
import { announcing } from './announcing'

/** 宣布退会, by an officer: before the days are over where there is nothing to talk about. */
export const announceLeaving = implement(contract.procedures.announceLeaving, async (call) => {
  const found = await taskHere(call.input, ['leave-request'], call)
  if (!found.ok) return found
  const { task, union, desk } = found.data
  return call.act(await announcing({ task, union, desk, by: call.account }, call))
})
