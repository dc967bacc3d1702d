import type { EventItemState } from '../../../shared/membership/union-event'
import { memberships } from '../../_kernel/records/memberships'
import type { LogEntry } from '../../_kernel/runtime'
import {
  eventItems,
  unionEvents,
  type EventItemRecord,
  type UnionEventRecord,
} from '../../_kernel/records/union-events'
import { readingOnce } from '../../_kernel/store/reading-once'
import { handOver } from './hand-over'
import { movedTogether, moveTogether } from './moving'
import { withoutDestination } from './no-destination'
import { endOffices } from './offices'
import { planStretch } from './plan'
import type { EventPorts } from './ports'
import { isThere } from './still-there'
import { telling } from './tell'
import { together } from './together'
import { somebodyIsComing } from './transfers-into'

/** Nine operations each: a CloudBase transaction takes 100. */
const toldTogether = 11

export type Log = (entry: LogEntry) => void

/**
 * 把一次变动往前办一步: planning, telling, moving or closing, whichever it is at. Every step may be killed anywhere and run twice at once: who has had it is
 * known by the state of their own item, read in the transaction that changes it. Answers the event, the same one where there is nothing to do now.
 */
export async function carryOn(event: UnionEventRecord, ports: EventPorts, log: Log): Promise<UnionEventRecord> {
  switch (event.state) {
    case 'proposed':
      return planStretch(event, ports)
    case 'confirmed':
      return tellStretch(event, ports, log)
    case 'told':
      return moveStretch(event, ports, log)
    case 'planned':
    case 'done':
      return event
  }
}

async function tellStretch(event: UnionEventRecord, ports: EventPorts, log: Log): Promise<UnionEventRecord> {
  const items = await inState(event, 'planned', toldTogether, ports)
  if (items.length === 0) return into('told', event, ports)
  const going = await withDestination(event, items, ports)
  await together(going, (item) => telling(event, item, ports), failing(event, ports, log), ports)
  return { ...event }
}

async function moveStretch(event: UnionEventRecord, ports: EventPorts, log: Log): Promise<UnionEventRecord> {
  if (event.objectUntil !== undefined && ports.today <= event.objectUntil) return event
  const items = await inState(event, 'told', movedTogether, ports)
  if (items.length === 0) return close(event, ports)
  const going = await withDestination(event, items, ports)
  await moveTogether(event, going, failing(event, ports, log), ports)
  return { ...event }
}

/** Those whose destination is in being; the others are seen to here. */
async function withDestination(
  event: UnionEventRecord,
  items: readonly EventItemRecord[],
  ports: EventPorts,
): Promise<readonly EventItemRecord[]> {
  const reader = readingOnce(ports.store)
  const going: EventItemRecord[] = []
  for (const item of items)
    if (await isThere(item, reader)) going.push(item)
    else await withoutDestination(event, item, ports)
  return going
}

/** Nothing is left to wait for: whoever came to an ended union meanwhile is planned for first, and its offices end with it. */
async function close(event: UnionEventRecord, ports: EventPorts): Promise<UnionEventRecord> {
  for (const waiting of ['planned', 'objected', 'failed'] as const)
    if ((await inState(event, waiting, 1, ports)).length > 0) return event
  if (event.kind !== 'founded') {
    if ((await somebodyCameLate(event, ports)) || (await somebodyIsComing(event, ports))) return again(event, ports)
    await endOffices(event, ports)
  }
  return into('done', event, ports)
}

async function somebodyCameLate({ _id, union }: UnionEventRecord, { store }: EventPorts): Promise<boolean> {
  for (const state of ['active', 'retained'] as const) {
    const left = await store.find(memberships, { index: 'byUnion', equals: { union, state }, limit: 50 })
    for (const member of left.documents)
      if ((await store.get(eventItems, `${_id}:${member._id}`)) === undefined) return true
  }
  return false
}

function again(event: UnionEventRecord, { store }: EventPorts): Promise<UnionEventRecord> {
  return store.transact(async (tx) => {
    const here = await tx.get(unionEvents, event._id)
    if (here?.state !== event.state) return here ?? event
    const { objectUntil: _, ...rest } = here
    const after: UnionEventRecord = { ...rest, state: 'proposed', walk: { source: 0 } }
    await tx.put(unionEvents, after)
    return after
  })
}

function into(
  state: UnionEventRecord['state'],
  event: UnionEventRecord,
  { store }: EventPorts,
): Promise<UnionEventRecord> {
  return store.transact(async (tx) => {
    const here = await tx.get(unionEvents, event._id)
    if (here?.state !== event.state) return here ?? event
    const after = { ...here, state }
    await tx.put(unionEvents, after)
    return after
  })
}

export async function inState(
  { _id }: UnionEventRecord,
  state: EventItemState,
  limit: number,
  { store }: Pick<EventPorts, 'store'>,
): Promise<readonly EventItemRecord[]> {
  return (await store.find(eventItems, { index: 'byEvent', equals: { event: _id, state }, limit })).documents
}

/** The log has why. */
function failing(event: UnionEventRecord, ports: EventPorts, log: Log) {
  return async (item: EventItemRecord, fault: unknown) => {
    log({ function: 'clock', procedure: 'events.carry', code: 'FAULT', fault })
    await handOver(event, item, ports)
  }
}
