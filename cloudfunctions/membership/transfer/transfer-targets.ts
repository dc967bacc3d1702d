import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { implement } from '../../_kernel/serve'
import { assignableUnions } from '../deciding/candidates'
import { transferFor } from './sides'

/** 可以转到哪些工会, for whoever settles. */
export const transferTargets = implement(contract.procedures.transferTargets, async (call) => {
  const found = await transferFor(call.input, call)
  if (!found.ok) return found
  const { part, transfer } = found.data
  if (!part.settling) return refuse('NOT_FOUND')
  const { union, text = '' } = call.input
  const unions = await assignableUnions(transfer.offered, union, text, call.store)
  const stays = (id: string) => transfer.change === 'move' && id === transfer.from.union
  return succeed({ unions: unions.filter((one) => !stays(one.union)) })
})
