import { membership } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { maskName } from '../../../shared/identity/mask'
import { applications } from '../../_kernel/records/applications'
import { memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { eventItems, type EventItemRecord } from '../../_kernel/records/union-events'
import { implement, type Call } from '../../_kernel/serve'
import { secretsOf } from '../applicant'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { rosterRow } from '../roster'
import { eventAtDesk } from './desk'

const sampled = 20

/** 看一次变动. */
export const unionEvent = implement(membership.procedures.unionEvent, async (call) => {
  const event = await eventAtDesk(call.store, call.input.union, call.input.event)
  if (event === undefined) return refuse('NOT_FOUND')
  const { _id, kind, state, unionName, successor, reason, at, papers, people, destinations, objectUntil } = event
  const [page, objected, failed, desk] = await Promise.all([
    call.store.find(eventItems, { index: 'byEvent', equals: { event: _id }, limit: sampled }),
    call.store.count(eventItems, { index: 'byEvent', equals: { event: _id, state: 'objected' }, atMost: 1000 }),
    call.store.count(eventItems, { index: 'byEvent', equals: { event: _id, state: 'failed' }, atMost: 1000 }),
    call.store.get(unions, event.desk.union),
  ])
  const policy = desk === undefined ? undefined : await policyOfUnion(desk, call)
  return succeed({
    event: _id,
    kind,
    state,
    unionName,
    ...(successor === undefined ? {} : { successorName: successor.name }),
    reason,
    at,
    papers,
    people,
    destinations: [...destinations].sort((one, other) => other.people - one.people),
    sample: await Promise.all(page.documents.map((item) => sampleOf(item, call))),
    objectionDays: policy?.values.objectionDays ?? 0,
    ...(objectUntil === undefined ? {} : { objectUntil }),
    objected: objected + failed,
    mayConfirm: state === 'planned',
  })
})

async function sampleOf({ person, application, plan, from, to }: EventItemRecord, call: Call<unknown>) {
  const member = person === undefined ? undefined : await call.store.get(memberships, person)
  const sent = application === undefined ? undefined : await call.store.get(applications, application)
  const name =
    member === undefined ? (sent === undefined ? '' : secretsOf(sent, call).name) : rosterRow(member, call).name
  return { maskedName: maskName(name), plan, from: from.name, to: to.name }
}
