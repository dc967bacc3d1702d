import { membership } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { implement } from '../../_kernel/serve'
import { eventAtDesk } from './desk'
import { planStretch } from './plan'
import { portsOf } from './ports'

/** Stretches in one call: a unit of two hundred is ready while somebody waits. */
const atOnce = 12

/** 接着理名单. */
export const planEvent = implement(membership.procedures.planEvent, async (call) => {
  const found = await eventAtDesk(call.store, call.input.union, call.input.event)
  if (found === undefined) return refuse('NOT_FOUND')
  let event = found
  for (let stretch = 0; stretch < atOnce && event.state === 'proposed'; stretch++)
    event = await planStretch(event, portsOf(call))
  return succeed({ state: event.state, people: event.people })
})
