import type { UnionEventRecord } from './records/union-events'
import { unionEvents } from './records/union-events'
import { keepDocument } from './documents'
import type { Transaction } from './store/port'

export type NewUnionEvent = Omit<UnionEventRecord, 'state' | 'walk' | 'people' | 'destinations'>

/** 记下一次机构变动, in the transaction that changes the union; who is affected is found out afterwards, in the background. */
export async function openUnionEvent(tx: Transaction, event: NewUnionEvent): Promise<void> {
  await tx.insert(unionEvents, {
    ...event,
    state: 'proposed',
    walk: { source: 0 },
    people: { move: 0, offer: 0, retain: 0, reroute: 0 },
    destinations: [],
  })
  for (const { file } of event.papers) await keepDocument(tx, file, { collection: unionEvents.name, record: event._id })
}
