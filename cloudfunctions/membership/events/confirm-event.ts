import { membership } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { unions } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { unionEvents } from '../../_kernel/records/union-events'
import { implement } from '../../_kernel/serve'
import { stepTask, taskId } from '../../_kernel/tasks'
import { eventAtDesk } from './desk'
import { daysFor } from './plan'

/** 确认一次变动, once for everybody. Nobody is told or moved before; the days of objection begin today. */
export const confirmEvent = implement(membership.procedures.confirmEvent, async (call) => {
  const { union: id, event: eventId } = call.input
  const [seen, union] = await Promise.all([eventAtDesk(call.store, id, eventId), call.store.get(unions, id)])
  if (seen === undefined || union === undefined) return refuse('NOT_FOUND')
  if (seen.state === 'proposed') return refuse('EVENT_NOT_PLANNED')
  const objectUntil = (await daysFor(seen, call)).objection
  const audit = auditing(call, {
    action: 'event.confirm',
    subject: eventId,
    union: id,
    content: { people: seen.people, destinations: seen.destinations },
  })
  return call.act(async (tx) => {
    const event = await tx.get(unionEvents, eventId)
    if (event?.state !== 'planned') return refuse('EVENT_CHANGED')
    await tx.put(unionEvents, {
      ...event,
      state: 'confirmed',
      confirmedBy: call.account,
      confirmedAt: call.now,
      objectUntil,
    })
    const task = taskId('union-event', eventId)
    if ((await tx.get(tasks, task))?.state === 'open')
      await stepTask(tx, task, { kind: 'finish' }, union, { by: call.account, at: call.now })
    await audit(tx)
    return succeed({ objectUntil })
  })
})
