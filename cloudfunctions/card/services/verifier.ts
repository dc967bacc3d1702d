import { card as contract } from '../../../shared/contract/card'
import { refuse, succeed } from '../../../shared/core/outcome'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { serviceBehind } from './offered'

/** 验卡链接: for which service the desk that opened it verifies. */
export const verifier = implement(contract.procedures.verifier, async (call) => {
  const service = await serviceBehind(call.input.code, call)
  if (service === undefined) return refuse('NOT_FOUND')
  const union = await call.store.get(unions, service.union)
  return succeed({ name: service.name, unionName: union?.name ?? '', state: service.state })
})
