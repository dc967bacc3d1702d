import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AccountId, PersonId, UnionId, UnitId } from '../shared/core/ids'
import { chinaDay, IsoDate, isoTime } from '../shared/core/time'
import { memberships, type MembershipRecord } from '../cloudfunctions/_kernel/records/memberships'
import { persons } from '../cloudfunctions/_kernel/records/persons'
import { unions, type UnionRecord } from '../cloudfunctions/_kernel/records/registry'
import { unionEvents, type UnionEventRecord } from '../cloudfunctions/_kernel/records/union-events'
import { carryOnEvents } from '../cloudfunctions/membership/events/clock'
import { membershipFunction } from '../cloudfunctions/membership/function'
import { loadWorld } from '../local/demo/load'
import { castUnions } from '../local/demo/personas'
import { openLocalSystem, type LocalSystem } from '../local/runtime'
import { bulkInto } from './bulk'
import type { BenchRow } from './row'

const large = 10_000
const small = 10
/** As many people in small events as in the large one, or nearly: a thousand are enough to measure. */
const smallEvents = 100
const start = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 86_400_000

/** 机构变动: what one person costs in an event over ten thousand, planned, told and moved, against in one over ten. */
export async function eventRows(): Promise<BenchRow[]> {
  const sizes = [...Array.from({ length: smallEvents }, () => small), large]
  return withCrowds(sizes, async (system, travel) => {
    const first = await perPerson(system, travel, 0, smallEvents / 2)
    const ours = await perPerson(system, travel, smallEvents, smallEvents + 1)
    const last = await perPerson(system, travel, smallEvents / 2, smallEvents)
    // Before and after the large one, so that whatever the machine does meanwhile happens to both.
    const peer = (first + last) / 2
    const ratio = ours / peer
    return [
      {
        name: 'a union merged, per person: 10,000 people against 10',
        ours,
        peer,
        unit: 'µs',
        ratio,
        target: '≤ 1.3 ×',
        ok: ratio <= 1.3,
      },
    ]
  })
}

/** Opens the mergers of these crowds and lets the clock carry them out; microseconds per person. */
async function perPerson(
  { runtime }: LocalSystem,
  travel: (days: number) => void,
  from: number,
  until: number,
): Promise<number> {
  const { store } = runtime
  travel(0)
  const events = Array.from({ length: until - from }, (_, at) => mergerOf(from + at))
  const begun = process.hrtime.bigint()
  for (const event of events) await store.transact((tx) => tx.put(unionEvents, event))
  await toTheEnd()
  for (const { _id } of events)
    await store.transact(async (tx) => {
      const event = await tx.get(unionEvents, _id)
      if (event?.state !== 'planned') throw new Error(`${_id} is ${event?.state ?? 'gone'}`)
      await tx.put<UnionEventRecord>(unionEvents, {
        ...event,
        state: 'confirmed',
        objectUntil: chinaDay(runtime.now()),
      })
    })
  await toTheEnd()
  travel(20)
  await toTheEnd()
  const spent = Number(process.hrtime.bigint() - begun) / 1_000
  let people = 0
  for (const { _id } of events) {
    const event = await store.get(unionEvents, _id)
    if (event?.state !== 'done') throw new Error(`${_id} is ${event?.state ?? 'gone'}`)
    people += event.people.move
  }
  return spent / people

  async function toTheEnd() {
    for (let done = Infinity; done > 0;) done = await carryOnEvents(runtime)
  }
}

const crowdUnion = (at: number) => UnionId.parse(`union-bench-crowd-${at}`)
const factory = { union: castUnions.factory.id, name: castUnions.factory.name }
const street = { union: castUnions.street.id, name: castUnions.street.name }

function mergerOf(at: number): UnionEventRecord {
  return {
    _id: `bench-event-${at}`,
    kind: 'merged',
    state: 'proposed',
    union: crowdUnion(at),
    unionName: '某工会',
    successor: factory,
    upper: street,
    desk: factory,
    reason: '合并',
    papers: [],
    by: AccountId.parse('bench'),
    at: isoTime(start),
    walk: { source: 0 },
    people: { move: 0, offer: 0, retain: 0, reroute: 0 },
    destinations: [],
  }
}

async function withCrowds<T>(
  sizes: readonly number[],
  work: (system: LocalSystem, travel: (days: number) => void) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-events-'))
  let at = start
  const open = () => openLocalSystem({ folder, origin: 'http://127.0.0.1', now: () => isoTime(at) })
  try {
    const first = open()
    await loadWorld(
      { units: 60, unions: 60, members: 40, applications: 0 },
      'events',
      first.runtime,
      membershipFunction,
      () => {},
    )
    const like = await first.runtime.store.get(unions, factory.union)
    const member = (await first.runtime.store.find(memberships, { index: 'all', equals: {}, limit: 1 })).documents[0]
    await first.close()
    if (like === undefined || member === undefined) throw new Error('the demo world is not as it was')
    writeCrowds(sizes, { like, member }, first.folder.database)
    const system = open()
    try {
      return await work(system, (days) => {
        at = start + days * dayMs
      })
    } finally {
      await system.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Everybody has WeChat, and is told. */
function writeCrowds(
  sizes: readonly number[],
  { like, member }: { readonly like: UnionRecord; readonly member: MembershipRecord },
  database: string,
): void {
  const bulk = bulkInto(database)
  const people = sizes.flatMap((size, crowd) => Array.from({ length: size }, (_, index) => ({ crowd, index })))
  const idOf = ({ crowd, index }: (typeof people)[number]) => PersonId.parse(`bench-event-${crowd}-${index}`)
  const { hostUnit: _, ...union } = like
  bulk.into(unions).write(sizes.keys(), (crowd) => ({
    ...union,
    _id: crowdUnion(crowd),
    line: [crowdUnion(crowd), ...like.line.slice(1)],
    status: 'merged',
  }))
  const { application: __, ...rest } = member
  bulk.into(memberships).write(people, (one) => ({
    ...rest,
    _id: idOf(one),
    union: crowdUnion(one.crowd),
    unit: UnitId.parse(`unit-bench-crowd-${one.crowd}`),
    state: 'active',
    since: IsoDate.parse('2024-03-01'),
    memberNumber: `3702${one.crowd}${one.index}`,
  }))
  bulk.into(persons).write(people, (one) => ({
    _id: idOf(one),
    secrets: 'sealed',
    locks: [`lock-${idOf(one)}`],
    education: 'college',
    household: 'urban',
    nationality: 'CHN',
    account: AccountId.parse(`account-${idOf(one)}`),
    createdAt: isoTime(start),
    updatedAt: isoTime(start),
  }))
  bulk.close()
}
