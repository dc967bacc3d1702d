import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { maskedNameOf } from '../../_kernel/roster'
import { openCode } from './codes'

/** 看绑定码. */
export const seeBinding = implement(contract.procedures.seeBinding, async (call) => {
  const open = await openCode(call.input.code, call)
  if (open === undefined) return refuse('BINDING_GONE')
  const union = await call.store.get(unions, open.binding.union)
  return succeed({ unionName: union?.name ?? '', maskedName: maskedNameOf(open.membership, call) })
})
