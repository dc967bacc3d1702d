import { card as contract } from '../../../shared/contract/card'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { services, type ServiceRecord } from '../../_kernel/records/services'
import { implement } from '../../_kernel/serve'
import { offeredBy } from './offered'

/** 停用服务. */
export const closeService = implement(contract.procedures.closeService, async (call) => {
  const { union, service } = call.input
  const audit = auditing(call, { action: 'service.close', subject: service, union })
  return call.act(async (tx) => {
    const known = await offeredBy(call.input, tx)
    if (!known.ok) return known
    if (known.data.state === 'closed') return refuse('SERVICE_CLOSED')
    const closed: ServiceRecord = { ...known.data, state: 'closed', updatedAt: call.now }
    await tx.put(services, closed)
    await audit(tx)
    return succeed({})
  })
})
