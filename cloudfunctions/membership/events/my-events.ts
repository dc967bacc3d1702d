import { membership } from '../../../shared/contract/membership'
import type { MyEvent } from '../../../shared/contract/membership-events'
import { succeed } from '../../../shared/core/outcome'
import { accounts } from '../../_kernel/records/accounts'
import { eventItems, unionEvents, type EventItemRecord } from '../../_kernel/records/union-events'
import { implement, type Call } from '../../_kernel/serve'
import { asksHome } from './asks-home'
import { isConcerned } from './still-there'

const listed = 20

/** 我遇到的机构变动. */
export const myEvents = implement(membership.procedures.myEvents, async (call) => {
  const person = (await call.store.get(accounts, call.account))?.person
  if (person === undefined) return succeed({ events: [] })
  const { documents } = await call.store.find(eventItems, {
    index: 'byPerson',
    equals: { person },
    order: 'descending',
    limit: listed,
  })
  const mine = documents.filter(({ state }) => state !== 'planned')
  return succeed({ events: (await Promise.all(mine.map((item) => viewOf(item, call)))).flatMap((one) => one ?? []) })
})

async function viewOf(
  item: EventItemRecord,
  { store, today }: Pick<Call<unknown>, 'store' | 'today'>,
): Promise<MyEvent | undefined> {
  const { event: id, plan, state, from, to } = item
  const event = await store.get(unionEvents, id)
  if (event === undefined) return undefined
  const { kind, unionName, objectUntil } = event
  const inTime = state === 'told' && objectUntil !== undefined && today <= objectUntil
  return {
    event: id,
    kind,
    unionName,
    plan,
    state,
    from: from.name,
    to: to.name,
    ...(objectUntil === undefined ? {} : { objectUntil }),
    mayTellHome: await asksHome(event, item, { store, today }),
    mayObject: inTime && (await isConcerned(item, store)),
  }
}
