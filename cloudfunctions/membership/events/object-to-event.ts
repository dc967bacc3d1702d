import { membership } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { eventItems } from '../../_kernel/records/union-events'
import { implement } from '../../_kernel/serve'
import { openTask } from '../../_kernel/tasks'
import { stepItem } from './step-item'
import { myItem } from './my-item'
import { daysFor } from './plan'
import { settlerOf } from './settler'
import { isConcerned } from './still-there'

/** 我不同意: from now on nothing happens until the union above both sides has settled it. */
export const objectToEvent = implement(membership.procedures.objectToEvent, async (call) => {
  const mine = await myItem(call.input.event, call)
  if (mine === undefined) return refuse('NOT_FOUND')
  const { event, item } = mine
  if (event.objectUntil === undefined || call.today > event.objectUntil) return refuse('OBJECTION_OVER')
  const [settler, days] = await Promise.all([settlerOf(item, call), daysFor(event, call)])
  const place = { collection: eventItems.name, id: item._id, field: 'sentence' }
  const sentence = call.sealer.seal(place, call.input.sentence)
  const audit = auditing(call, {
    action: 'event.object',
    subject: item.person ?? item._id,
    union: settler._id,
    content: { event: event._id },
  })
  return call.act(async (tx) => {
    if (!(await isConcerned(item, tx))) return refuse('EVENT_CHANGED')
    const after = await stepItem(tx, item._id, 'object', call, { sentence })
    if (!after.ok) return after
    await openTask(
      tx,
      { kind: 'event-objection', subject: item._id, person: item.person, union: settler, dueOn: days.task },
      { by: call.account, at: call.now },
    )
    await audit(tx)
    return succeed({ settler: settler.name })
  })
})
