import { membership } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { regions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { asksHome } from './asks-home'
import { myItem } from './my-item'
import { stepItem } from './step-item'
import { whereRetained } from './where'

/** 我住在这里 (R08): the union of that place keeps the membership, or the one above where the place has none. May be said again until it has moved. */
export const tellHome = implement(membership.procedures.tellHome, async (call) => {
  const { event: id, region } = call.input
  const mine = await myItem(id, call)
  if (mine === undefined) return refuse('NOT_FOUND')
  const { event, item } = mine
  if (!(await asksHome(event, item, call))) return refuse('EVENT_CHANGED')
  if ((await call.store.get(regions, region)) === undefined) return refuse('REGION_UNKNOWN', { field: 'region' })
  const { to, followUps } = await whereRetained(event, call, region)
  const audit = auditing(call, {
    action: 'event.home',
    subject: item.person ?? item._id,
    union: to.union,
    content: { event: id, region },
  })
  return call.act(async (tx) => {
    const after = await stepItem(tx, item._id, 'redirect', call, { to, followUps: [...followUps] })
    if (!after.ok) return after
    await audit(tx)
    return succeed({ to: to.name })
  })
})
