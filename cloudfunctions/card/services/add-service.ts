import { card as contract } from '../../../shared/contract/card'
import { mostOpenServices } from '../../../shared/card/service'
import { HandedCode, ServiceId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { unions } from '../../_kernel/records/registry'
import { services, type ServiceRecord } from '../../_kernel/records/services'
import { implement } from '../../_kernel/serve'

/** 添加一项服务, with a verifier link of its own. */
export const addService = implement(contract.procedures.addService, async (call) => {
  const { union, ...facts } = call.input
  if ((await call.store.get(unions, union))?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const open = { index: 'byUnion', equals: { union, state: 'open' as const }, atMost: mostOpenServices }
  // Two officers who add the last one at once make one more than that: the number is for the reader’s sake.
  if ((await call.store.count(services, open)) >= mostOpenServices) return refuse('SERVICES_FULL')
  const service = ServiceId.parse(call.random.id())
  const code = HandedCode.parse(call.random.id())
  const times = { addedAt: call.now, updatedAt: call.now }
  const record: ServiceRecord = { _id: service, union, state: 'open', ...facts, code, ...times }
  const audit = auditing(call, { action: 'service.add', subject: service, union })
  return call.act(async (tx) => {
    await tx.insert(services, record)
    await audit(tx)
    return succeed({ service, link: call.handedLink('verify', code) })
  })
})
