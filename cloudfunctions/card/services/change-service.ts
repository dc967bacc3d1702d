import { card as contract } from '../../../shared/contract/card'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { services, type ServiceRecord } from '../../_kernel/records/services'
import { implement } from '../../_kernel/serve'
import { offeredBy } from './offered'

/** 修改服务: what is printed and hangs on the wall goes on leading to it. */
export const changeService = implement(contract.procedures.changeService, async (call) => {
  const { union, service, ...facts } = call.input
  const audit = auditing(call, { action: 'service.change', subject: service, union })
  return call.act(async (tx) => {
    const known = await offeredBy(call.input, tx)
    if (!known.ok) return known
    if (known.data.state === 'closed') return refuse('SERVICE_CLOSED')
    const { code, addedAt, state } = known.data
    const changed: ServiceRecord = { _id: service, union, state, ...facts, code, addedAt, updatedAt: call.now }
    await tx.put(services, changed)
    await audit(tx)
    return succeed({})
  })
})
