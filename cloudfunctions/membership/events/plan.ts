import type { IsoDate } from '../../../shared/core/time'
import { dueOn } from '../../../shared/membership/due'
import type { EventPlan } from '../../../shared/membership/union-event'
import type { PolicyValues } from '../../../shared/policy/values'
import { unions } from '../../_kernel/records/registry'
import {
  eventItems,
  unionEvents,
  type EventItemRecord,
  type UnionEventRecord,
} from '../../_kernel/records/union-events'
import { readingOnce } from '../../_kernel/store/reading-once'
import { openTask } from '../../_kernel/tasks'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { sourcesOf, type NewItem } from './sources'
import type { EventPorts } from './ports'

const listedDestinations = 50

/**
 * 理名单, one stretch: whom the event affects and where they go, written down once per person. May be killed anywhere and run twice at once: who is on the
 * list already is not put there again, and a stretch that another one overtook writes nothing. Answers the event as it stands now.
 */
export async function planStretch(event: UnionEventRecord, ports: EventPorts): Promise<UnionEventRecord> {
  const { walk } = event
  if (event.state !== 'proposed' || walk === undefined) return event
  const sources = sourcesOf(event)
  const source = sources[walk.source]
  const stretch =
    source === undefined
      ? { items: [] }
      : await source(event, walk.cursor, { ...ports, store: readingOnce(ports.store) })
  const isLast = stretch.next === undefined && walk.source + 1 >= sources.length
  const days = isLast ? await daysFor(event, ports) : undefined
  return ports.store.transact(async (tx) => {
    const here = await tx.get(unionEvents, event._id)
    if (here === undefined || !samePlace(here, event)) return here ?? event
    await stretch.write?.(tx)
    const fresh: NewItem[] = []
    for (const item of stretch.items) {
      const _id = `${event._id}:${item.person ?? item.application ?? ''}`
      if ((await tx.get(eventItems, _id)) !== undefined) continue
      await tx.insert<EventItemRecord>(eventItems, {
        ...item,
        _id,
        event: event._id,
        state: 'planned',
        updatedAt: ports.now,
      })
      fresh.push(item)
    }
    const counted = { ...here, ...withItems(here, fresh) }
    if (days === undefined) {
      const next = stretch.next === undefined ? { source: walk.source + 1 } : { source: walk.source, ...stretch.next }
      const after = { ...counted, walk: next }
      await tx.put(unionEvents, after)
      return after
    }
    const { walk: _, ...planned } = counted
    const after: UnionEventRecord = { ...planned, ...nextStep(planned, days) }
    await tx.put(unionEvents, after)
    if (after.state === 'planned')
      await openTask(
        tx,
        {
          kind: 'union-event',
          subject: event._id,
          union: { _id: here.desk.union, name: here.desk.name },
          dueOn: days.task,
        },
        { by: 'clock', at: ports.now },
      )
    return after
  })
}

/** An event that affects nobody asks nobody. Who came late, after an officer had confirmed for everybody, is told at once, with days of their own to object. */
function nextStep(
  { confirmedAt, people }: UnionEventRecord,
  { objection }: { objection: IsoDate },
): Pick<UnionEventRecord, 'state' | 'objectUntil'> {
  if (affected(people) === 0) return { state: 'told' }
  return confirmedAt === undefined ? { state: 'planned' } : { state: 'confirmed', objectUntil: objection }
}

/** 期限, as the region of the union says that confirms. */
export async function daysFor(
  { desk }: UnionEventRecord,
  ports: Pick<EventPorts, 'store' | 'today'>,
): Promise<{ readonly task: IsoDate; readonly objection: IsoDate }> {
  const union = await ports.store.get(unions, desk.union)
  if (union === undefined) throw new Error(`the union ${desk.union} that confirms an event is not on record`)
  const { taskWorkingDays, objectionDays }: PolicyValues = (await policyOfUnion(union, ports)).values
  return { task: dueOn(ports.today, taskWorkingDays), objection: dueOn(ports.today, objectionDays) }
}

function samePlace(one: UnionEventRecord, other: UnionEventRecord): boolean {
  return one.state === other.state && one.walk?.source === other.walk?.source && one.walk?.cursor === other.walk?.cursor
}

const counter: Readonly<Record<EventPlan, keyof UnionEventRecord['people']>> = {
  move: 'move',
  offer: 'offer',
  retain: 'retain',
  reroute: 'reroute',
  assign: 'reroute',
}

export function affected({ move, offer, retain, reroute }: UnionEventRecord['people']): number {
  return move + offer + retain + reroute
}

function withItems(
  { people, destinations }: UnionEventRecord,
  items: readonly NewItem[],
): Pick<UnionEventRecord, 'people' | 'destinations'> {
  const counts = { ...people }
  const places = new Map(destinations.map((place) => [place.union, place]))
  for (const { plan, to } of items) {
    counts[counter[plan]] += 1
    const known = places.get(to.union)
    if (known !== undefined || places.size < listedDestinations)
      places.set(to.union, { ...to, people: (known?.people ?? 0) + 1 })
  }
  return { people: counts, destinations: [...places.values()] }
}
