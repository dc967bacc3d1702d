import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { openUnionEvent } from '../../_kernel/union-events'
import { actingOffice, notingChange } from '../../_kernel/unions/changes'
import { endingUnion, mayEnd } from './ending'

/** 合并: the successor confirms, since it takes everybody over; its units follow in the background, each in a transaction of its own. */
export const mergeUnion = implement(registry.procedures.mergeUnion, async (call) => {
  const { union: upperId, ending, successor: successorId, reason, papers } = call.input
  const may = await mayEnd('merged', call.input, call)
  if (!may.ok) return may
  const event = call.random.id()
  const end = await endingUnion(may.data, { status: 'merged', successor: successorId, endedOn: call.today }, call)
  const note = notingChange({ union: ending, office: await actingOffice([upperId], call) }, call)
  const audit = auditing(call, {
    action: 'union.merge',
    subject: ending,
    union: upperId,
    content: { reason, successor: successorId, papers },
  })
  return call.act(async (tx) => {
    const [upper, successor] = [await tx.get(unions, upperId), await tx.get(unions, successorId)]
    if (upper?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
    if (successor?.status !== 'active' || !successor.direct || successorId === ending)
      return refuse('SUCCESSOR_INVALID', { field: 'successor' })
    const ended = await end(tx)
    if (!ended.ok) return ended
    const taking = { union: successor._id, name: successor.name }
    await openUnionEvent(tx, {
      _id: event,
      kind: 'merged',
      union: ending,
      unionName: ended.data.name,
      successor: taking,
      upper: { union: upper._id, name: upper.name },
      desk: taking,
      reason,
      papers,
      by: call.account,
      at: call.now,
    })
    await note(tx, { kind: 'ended', how: 'merged' })
    await audit(tx)
    return succeed({ union: ending, event })
  })
})
