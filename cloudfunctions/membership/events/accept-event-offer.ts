import { membership } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { unionEvents, type UnionEventRecord } from '../../_kernel/records/union-events'
import { implement } from '../../_kernel/serve'
import { stepItem } from './step-item'
import { myItem } from './my-item'

/** 我愿意转过去: carried out with the others, and open to a change of mind until then. An event that is through opens again for it. */
export const acceptEventOffer = implement(membership.procedures.acceptEventOffer, async (call) => {
  const mine = await myItem(call.input.event, call)
  if (mine === undefined) return refuse('NOT_FOUND')
  const { event, item } = mine
  const audit = auditing(call, {
    action: 'event.accept',
    subject: item.person ?? item._id,
    union: item.to.union,
    content: { event: event._id },
  })
  return call.act(async (tx) => {
    const after = await stepItem(tx, item._id, 'accept', call, { plan: 'move' })
    if (!after.ok) return after
    const here = await tx.get(unionEvents, event._id)
    if (here?.state === 'done') await tx.put<UnionEventRecord>(unionEvents, { ...here, state: 'told' })
    await audit(tx)
    return succeed({})
  })
})
