import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { openUnionEvent } from '../../_kernel/union-events'
import { actingOffice, notingChange } from '../../_kernel/unions/changes'
import { endingUnion, mayEnd } from './ending'

/** 撤销: 004 4 wants a reason, the approval of the level above and an alert, which is the task that this opens there. */
export const dissolveUnion = implement(registry.procedures.dissolveUnion, async (call) => {
  const { union: upperId, ending, employment, reason, papers } = call.input
  const may = await mayEnd('dissolved', call.input, call)
  if (!may.ok) return may
  const event = call.random.id()
  const end = await endingUnion(may.data, { status: 'dissolved', endedOn: call.today }, call)
  const note = notingChange({ union: ending, office: await actingOffice([upperId], call) }, call)
  const audit = auditing(call, {
    action: 'union.dissolve',
    subject: ending,
    union: upperId,
    content: { reason, employment, papers },
  })
  return call.act(async (tx) => {
    const upper = await tx.get(unions, upperId)
    if (upper?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
    const ended = await end(tx)
    if (!ended.ok) return ended
    const above = { union: upper._id, name: upper.name }
    await openUnionEvent(tx, {
      _id: event,
      kind: 'dissolved',
      union: ending,
      unionName: ended.data.name,
      employment,
      upper: above,
      desk: above,
      reason,
      papers,
      by: call.account,
      at: call.now,
    })
    await note(tx, { kind: 'ended', how: 'dissolved' })
    await audit(tx)
    return succeed({ union: ending, event })
  })
})
