import { membership } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditView } from '../../_kernel/audit'
import { memberships } from '../../_kernel/records/memberships'
import { eventItems } from '../../_kernel/records/union-events'
import { implement } from '../../_kernel/serve'
import { rosterRow } from '../roster'
import { objectedAt } from './objected'
import { mayKeep } from './still-there'

/** 看一件异议. */
export const eventObjection = implement(membership.procedures.eventObjection, async (call) => {
  const { union, task: id } = call.input
  const found = await objectedAt(call.store, union, id)
  const person = found?.item.person
  const member = person === undefined ? undefined : await call.store.get(memberships, person)
  if (found === undefined || member === undefined) return refuse('NOT_FOUND')
  const { task, item, event } = found
  await auditView(call, { action: 'event.objection-view', subject: member._id, union })
  const { name, memberNumber, unitName } = rosterRow(member, call)
  const place = { collection: eventItems.name, id: item._id, field: 'sentence' }
  return succeed({
    name,
    memberNumber,
    unitName,
    kind: event.kind,
    unionName: event.unionName,
    from: item.from,
    to: item.to,
    ...(item.sentence === undefined ? {} : { sentence: call.sealer.open(place, item.sentence) }),
    mayKeep: await mayKeep(item, call.store),
    settled: task.state !== 'open',
  })
})
