import fc from 'fast-check'
import { UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { chinaDay, isoTime } from '../../../shared/core/time'
import { monthOf, noFigures, noFlows, type Flows } from '../../../shared/org/figures'
import { castUnions } from '../../../local/demo/personas'
import { faulty } from '../../../tests/faults/faulty'
import { joinedMember } from '../../../tests/faults/of-rounds'
import { inOffice } from '../../../tests/faults/ready'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { writeCounts, type Counted } from '../../membership/figures/tree'
import { figureMonths, figuresStates, unionFigures, type UnionFiguresRecord } from '../../_kernel/records/figures'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import type { Store, Stored, Collection } from '../../_kernel/store/port'
import { stepOfDailyRound } from '../../_kernel/operations/daily-round'
import type { Runtime } from '../../_kernel/runtime'
import { closeMonth, recountJob } from './close-month'
import { followChanges } from './follow'
import { noteHouseholds } from './households'
import { figuresState } from './state'
import { recountUnions } from './recount'
import { verifySums } from './verify'

jest.setTimeout(600_000)

let system: TestSystem
const city = castUnions.qingdao.id
const factory = castUnions.factory.id

beforeAll(async () => {
  system = await openTestSystem()
  for (let after: string | undefined; ;) {
    const step = await noteHouseholds(system.runtime, after)
    after = step.after
    if (after === undefined) break
  }
  await recounted(system.runtime)
})
afterAll(() => system.close())

async function recounted(runtime: Runtime, limit?: number): Promise<void> {
  let more = true
  while (more) {
    let after: string | undefined
    await stepOfDailyRound(recountJob, runtime, async (from) => {
      const step = await recountUnions(runtime, from, limit)
      if (step === 'later') throw new Error('a month is being closed')
      after = step.after
      return step
    })
    more = after !== undefined
  }
}

async function figuresOf(id: UnionId, store: Store = system.runtime.store): Promise<UnionFiguresRecord> {
  const record = await store.get(unionFigures, id)
  if (record === undefined) throw new Error(`${id} has no figures`)
  return record
}

async function everyOne<D extends Stored>(collection: Collection<D>, index: string): Promise<readonly D[]> {
  const { store } = system.runtime
  const found: D[] = []
  let cursor: string | undefined
  do {
    const page = await store.find(collection, {
      index,
      equals: {},
      limit: 1000,
      ...(cursor === undefined ? {} : { cursor }),
    })
    found.push(...page.documents)
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

/** Every sum against every membership: what no run of the clock ever does. */
async function expectSums(): Promise<void> {
  const [records, members] = [await everyOne(unionFigures, 'all'), await everyOne(memberships, 'all')]
  const lines = new Map((await everyOne(unions, 'byParent')).map((union) => [union._id, union]))
  const under = (member: MembershipRecord, id: UnionId) => lines.get(member.union)?.line.includes(id) === true
  for (const { _id, own, below } of records.filter(({ own, below }) => own.members + below.members > 0)) {
    const active = members.filter((member) => member.state === 'active' && under(member, _id))
    expect([_id, own.members + below.members]).toEqual([_id, active.length])
    expect([_id, own.rural + below.rural]).toEqual([
      _id,
      active.filter(({ household }) => household === 'rural').length,
    ])
  }
}

const hours = (many: number) => isoTime(Date.parse(system.runtime.now()) + many * 3_600_000)

test('everybody is counted once, all the way up', async () => {
  await expectSums()
  const { own, below } = await figuresOf(city)
  const inBeing = (await everyOne(unions, 'byParent')).filter(
    ({ status, line }) => status === 'active' && line.includes(city),
  )
  expect(own.unions + below.unions).toBe(inBeing.length)
  expect(below.unitsDue).toBeGreaterThanOrEqual(below.unitsOrganised)
  expect(below.unitsDue).toBeGreaterThan(0)
})

test('whoever joins is in every sum after the next run, and in the month', async () => {
  const before = await figuresOf(city)
  const ofFactory = await figuresOf(factory)
  system.travel(hours(1))
  await joinedMember(system)
  expect(await followChanges(system.runtime)).toBeGreaterThan(0)
  const after = await figuresOf(city)
  expect(after.below.members).toBe(before.below.members + 1)
  expect((await figuresOf(factory)).own.members).toBe(ofFactory.own.members + 1)
  expect((await figuresOf(factory)).months.find(({ month }) => month === '2026-11')?.own.joined).toBeGreaterThan(0)
  expect(after.months.find(({ month }) => month === '2026-11')?.below.joined).toBeGreaterThan(0)
  await expectSums()
})

test('a union is counted once more when nothing of that moment can be under way, and then no more', async () => {
  system.travel(hours(1))
  await joinedMember(system)
  const runs = []
  for (let run = 0; run < 4; run++) {
    runs.push(await followChanges(system.runtime))
    system.travel(hours(0.06))
  }
  expect(runs).toEqual([1, 0, 1, 0])
})

test('what is dated ahead of the clock is counted when its time has come, and not in every run until then', async () => {
  system.travel(hours(2))
  await joinedMember(system)
  system.travel(hours(-2))
  expect([await followChanges(system.runtime), await followChanges(system.runtime)]).toEqual([0, 0])
  system.travel(hours(2.2))
  expect([await followChanges(system.runtime), await followChanges(system.runtime)]).toEqual([1, 0])
})

test.each(['error before', 'error after commit', 'conflict'] as const)(
  '%s at any store operation: the next run has every sum right',
  async (mode) => {
    const lines = new Map((await everyOne(unions, 'byParent')).map((union) => [union._id, union.line]))
    const under = (union: UnionId) => union !== city && lines.get(union)?.includes(city) === true
    for (let at = 0, hit = true; hit; at++) {
      system.travel(hours(0.01))
      await joinedMember(system)
      const { runtime } = system
      const stores = faulty(runtime, at, mode)
      await followChanges({ ...runtime, store: stores.store }).catch(() => 0)
      hit = stores.hit()
      await followChanges(runtime)
      const active = (await everyOne(memberships, 'all')).filter(
        ({ state, union }) => state === 'active' && under(union),
      )
      expect((await figuresOf(city)).below.members).toBe(active.length)
    }
    await expectSums()
  },
)

test('a sum that is off is put right from below upward, and told', async () => {
  const { store } = system.runtime
  const right = await figuresOf(city)
  await store.transact(async (tx) => {
    await tx.put(unionFigures, { ...right, below: { ...right.below, members: right.below.members - 7 } })
    return succeed(undefined)
  })
  let drift = 0
  for (let after: string | undefined; ;) {
    const step = await verifySums(system.runtime, after, 20)
    drift += step.done
    after = step.after
    if (after === undefined) break
  }
  expect(drift).toBe(1)
  expect((await figuresOf(city)).below).toEqual(right.below)
  expect((await store.get(figuresStates, 'now'))?.drift).toBe(1)
  expect((await verifySums(system.runtime, undefined, 500)).done).toBe(0)
})

test('members who change without an entry are counted the next day, and told', async () => {
  const { store } = system.runtime
  system.travel(hours(24))
  await recounted(system.runtime)
  const [someone] = (await store.find(memberships, { index: 'byUnion', equals: { union: factory, state: 'active' } }))
    .documents
  if (someone === undefined) throw new Error('the factory has nobody')
  await store.transact(async (tx) => {
    await tx.put<MembershipRecord>(memberships, { ...someone, state: 'left' })
    return succeed(undefined)
  })
  system.travel(hours(24))
  await recounted(system.runtime)
  expect((await store.get(figuresStates, 'now'))?.drift).toBe(1)
  await expectSums()
})

test('a month is closed once everything has been counted after it; its rows add up to their total, and stay', async () => {
  const { runtime } = system
  system.travel(isoTime(Date.parse('2026-12-01T01:00:00.000Z')))
  expect(await closeMonth(runtime)).toBe(0)
  await recounted(runtime, 25)
  const [still, moved] = [UnionId.parse('union-ended-still'), UnionId.parse('union-ended-moved')]
  await writeCounts([endedUnion(still, noFlows), endedUnion(moved, { ...noFlows, movedOut: 1 })], runtime.store)
  while ((await runtime.store.get(figuresStates, 'now'))?.open === '2026-11') await closeMonth(runtime, 1)
  const months = (await everyOne(figureMonths, 'byUnion')).filter(({ month }) => month === '2026-11')
  expect(months).toHaveLength((await everyOne(unionFigures, 'all')).length - 1)
  expect(months.filter(({ union }) => [still, moved].includes(union)).map(({ union }) => union)).toEqual([moved])
  const total = months.find(({ union }) => union === city)
  const rows = months.filter(({ parent }) => parent === city)
  expect(total?.figures.members).toBe(rows.reduce((sum, { figures }) => sum + figures.members, total?.own.members ?? 0))
  expect(total?.flows.joined).toBe(rows.reduce((sum, { flows }) => sum + flows.joined, total?.ownFlows.joined ?? 0))
  expect(total?.flows.joined).toBeGreaterThan(0)
  expect(await closeMonth(runtime)).toBe(0)
  system.travel(hours(1))
  await joinedMember(system)
  await followChanges(runtime)
  expect((await runtime.store.get(figureMonths, `${city}:2026-11`))?.figures).toEqual(total?.figures)
  expect((await figuresOf(city)).months.find(({ month }) => month === '2026-12')?.below.joined).toBe(1)
})

/** A union directly below the city that has ended, with what changed in it in November. */
function endedUnion(_id: UnionId, flows: Flows): Counted {
  return {
    union: { _id, name: '撤销的工会', parent: city, line: [_id, city], status: 'dissolved' },
    own: noFigures,
    flows: new Map([['2026-11', flows]]),
    countedAt: system.runtime.now(),
  }
}

test('the running month keeps a union that has ended as long as something of it is in the month', async () => {
  const { runtime } = system
  const month = monthOf(chinaDay(runtime.now()))
  const of = (flows: Flows) => ({ flows: new Map([[month, flows]]) })
  const [still, moved] = [UnionId.parse('union-ended-still'), UnionId.parse('union-ended-moved')]
  const counted = [
    { ...endedUnion(still, noFlows), ...of(noFlows) },
    { ...endedUnion(moved, noFlows), ...of({ ...noFlows, movedOut: 1 }) },
  ]
  await writeCounts(counted, runtime.store)
  const as = (await inOffice(system, city, 'chair')).as
  const ids = async (cursor?: string): Promise<readonly string[]> => {
    const asked = { union: city, ...(cursor === undefined ? {} : { cursor }) }
    const page = granted(await system.ask(as, 'membership', 'monthTable', asked))
    const here = page.rows.map(({ union }) => union)
    return page.cursor === undefined ? here : [...here, ...(await ids(page.cursor))]
  }
  expect((await ids()).filter((id) => id === still || id === moved)).toEqual([moved])
  await writeCounts([{ ...endedUnion(moved, noFlows), ...of(noFlows) }], runtime.store)
})

test('a clock that was held up while another one closed the month writes nothing any more', async () => {
  const { runtime } = system
  system.travel(isoTime(Date.parse('2027-01-01T01:00:00.000Z')))
  await recounted(runtime, 25)
  const { store } = runtime
  const closed = async () => {
    while ((await figuresState(store, runtime.now())).open === '2026-12') await closeMonth(runtime)
    return store.get(figureMonths, `${city}:2026-12`)
  }
  let before: Awaited<ReturnType<typeof closed>>
  const heldUp: Store = {
    ...store,
    find: async (collection, query) => {
      const page = await store.find(collection, query)
      if (before === undefined) {
        before = await closed()
        await joinedMember(system)
        await followChanges(runtime)
      }
      return page
    },
  }
  expect(await closeMonth({ ...runtime, store: heldUp })).toBe(0)
  const state = await figuresState(store, runtime.now())
  expect([state.open, state.closingAfter]).toEqual(['2027-01', undefined])
  expect(await store.get(figureMonths, `${city}:2026-12`)).toEqual(before)
})

test('a count that was under way when a month began to close is not written: its rows add up to their total', async () => {
  const { runtime } = system
  system.travel(isoTime(Date.parse('2027-02-01T01:00:00.000Z')))
  await recounted(runtime, 25)
  const { store } = runtime
  let begun = false
  const meanwhile: Store = {
    ...store,
    find: async (collection, query) => {
      const page = await store.find(collection, query)
      if (!begun) {
        begun = true
        expect(await closeMonth(runtime, 1, 2)).toBe(2)
      }
      return page
    },
  }
  system.travel(isoTime(Date.parse('2027-02-01T01:00:01.000Z')))
  await joinedMember(system)
  expect(await followChanges({ ...runtime, store: meanwhile })).toBe(0)
  expect((await figuresState(store, runtime.now())).closingAfter).toBeDefined()
  while ((await figuresState(store, runtime.now())).open === '2027-01') await closeMonth(runtime)
  const months = (await everyOne(figureMonths, 'byUnion')).filter(({ month }) => month === '2027-01')
  const total = months.find(({ union }) => union === city)
  const rows = months.filter(({ parent }) => parent === city)
  expect(total?.figures.members).toBe(rows.reduce((sum, { figures }) => sum + figures.members, total?.own.members ?? 0))
  expect(await followChanges(runtime)).toBe(1)
})

describe('writing counts', () => {
  const ids = Array.from({ length: 7 }, (_, at) => UnionId.parse(`tree-${at}`))
  const idOf = (at: number) => ids[at % ids.length] ?? city
  // A union’s parent is one before it, so that no union is its own ancestor.
  const parents = fc.tuple(...ids.map((_, at) => fc.nat({ max: Math.max(0, at - 1) })))
  const step = fc.record({
    parents,
    members: fc.array(fc.nat({ max: 9 }), { minLength: 7, maxLength: 7 }),
    order: fc.shuffledSubarray([...ids.keys()], { minLength: 7 }),
  })

  test('in whatever order unions are counted, and under whomever they come, every sum is that of the tree', async () => {
    let round = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), async (steps) => {
        const prefix = `r${++round}-`
        const named = (at: number) => UnionId.parse(`${prefix}${idOf(at)}`)
        for (const { parents: above, members, order } of steps) {
          const lineOf = (at: number): readonly UnionId[] =>
            at === 0 ? [named(0)] : [named(at), ...lineOf(above[at] ?? 0)]
          const counted = order.map((at): Counted => {
            const line = lineOf(at)
            const [, parent] = line
            return {
              union: {
                _id: named(at),
                name: `${at}`,
                status: 'active',
                line: [...line],
                ...(parent === undefined ? {} : { parent }),
              },
              own: { ...noFigures, unions: 1, members: members[at] ?? 0 },
              flows: new Map([['2026-11', { ...noFlows, joined: members[at] ?? 0 }]]),
              countedAt: system.runtime.now(),
            }
          })
          await writeCounts(counted, system.runtime.store)
          for (const at of ids.keys()) {
            const expected = [...ids.keys()].filter((other) => other !== at && lineOf(other).includes(named(at)))
            const sum = expected.reduce((all, other) => all + (members[other] ?? 0), 0)
            const { below, months } = await figuresOf(named(at))
            expect([below.members, below.unions, months[0]?.below.joined]).toEqual([sum, expected.length, sum])
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})
