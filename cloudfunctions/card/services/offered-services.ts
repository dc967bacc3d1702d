import { card as contract } from '../../../shared/contract/card'
import { mostOpenServices } from '../../../shared/card/service'
import { succeed } from '../../../shared/core/outcome'
import { services } from '../../_kernel/records/services'
import { implement } from '../../_kernel/serve'
import { viewOf } from './offered'

/** 本会的服务: those that are open first. */
export const offeredServices = implement(contract.procedures.offeredServices, async (call) => {
  const { union } = call.input
  const pages = await Promise.all(
    (['open', 'closed'] as const).map((state) =>
      call.store.find(services, { index: 'byUnion', equals: { union, state }, limit: mostOpenServices }),
    ),
  )
  const all = pages.flatMap(({ documents }) => documents)
  return succeed({
    services: all.map((record) => ({
      ...viewOf(record),
      state: record.state,
      link: call.handedLink('verify', record.code),
    })),
  })
})
