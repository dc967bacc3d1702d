import fc from 'fast-check'
import { eventItems, unionEvents } from '../../_kernel/records/union-events'
import { membershipEvents, memberships } from '../../_kernel/records/memberships'
import type { Store } from '../../_kernel/store/port'
import { castUnions } from '../../../local/demo/personas'
import type { PersonId } from '../../../shared/core/ids'
import { isoTime } from '../../../shared/core/time'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { carryOnEvents } from './clock'
import { employed, ending, found, newMember, newUnion, newUnit, street, upper } from './events.fixture'

const start = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 86_400_000

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

class Killed extends Error {}

/** The same store, in a process that is killed before or after its nth transaction. */
function mortal(store: Store, atTransaction: number, after: boolean): Store {
  let transactions = 0
  return {
    get: (...asked) => store.get(...asked),
    find: (...asked) => store.find(...asked),
    count: (...asked) => store.count(...asked),
    group: (...asked) => store.group(...asked),
    insert: (...asked) => store.insert(...asked),
    transact: async (work) => {
      transactions += 1
      if (transactions === atTransaction && !after) throw new Killed()
      const done = await store.transact(work)
      if (transactions === atTransaction && after) throw new Killed()
      return done
    },
  }
}

/** A round of the clock that dies somewhere in it; or two rounds at once. */
async function clockDying({ at, after }: Death) {
  try {
    await carryOnEvents({ ...system.runtime, log: () => {}, store: dying(mortal(system.runtime.store, at, after)) })
  } catch (fault) {
    if (!(fault instanceof Killed)) throw fault
  }
}

/** A dead process does nothing more: what it would have tried next fails as well. */
function dying(store: Store): Store {
  let dead = false
  return {
    ...store,
    transact: async (work) => {
      if (dead) throw new Killed()
      try {
        return await store.transact(work)
      } catch (fault) {
        dead ||= fault instanceof Killed
        throw fault
      }
    },
  }
}

interface Death {
  readonly at: number
  readonly after: boolean
}
const deaths = fc.array(fc.record({ at: fc.integer({ min: 1, max: 6 }), after: fc.boolean() }), { maxLength: 6 })
const kinds = fc.constantFrom('founded', 'merged', 'dissolved' as const)

async function begun(kind: 'founded' | 'merged' | 'dissolved', size: number) {
  if (kind === 'founded') {
    const unit = await newUnit(system)
    const people = await crowd(size, { union: castUnions.community.id, unit, situation: employed(unit) })
    return { ...(await found(system, unit)), people, desk: upper, as: street }
  }
  const { union, unit } = await newUnion(system)
  const people = await crowd(size, { union, unit, situation: employed(unit) })
  const input = await ending(system, union)
  if (kind === 'merged') {
    const into = castUnions.factory.id
    const { event } = granted(await system.ask(street, 'registry', 'mergeUnion', { ...input, successor: into }))
    return { event, people, desk: into, as: 'demo-factory-chair' }
  }
  const { event } = granted(await system.ask(street, 'registry', 'dissolveUnion', { ...input, employment: 'goes-on' }))
  return { event, people, desk: upper, as: street }
}

async function crowd(size: number, plan: Parameters<typeof newMember>[1]): Promise<PersonId[]> {
  const people: PersonId[] = []
  for (let one = 0; one < size; one++) people.push(await newMember(system, plan))
  return people
}

test('however often the clock dies, everybody is moved exactly once, and no history is lost', async () => {
  await fc.assert(
    fc.asyncProperty(kinds, fc.integer({ min: 1, max: 40 }), deaths, deaths, deaths, async (kind, size, ...dead) => {
      system.travel(isoTime(start))
      const { event, people, desk, as } = await begun(kind, size)
      const [planning, telling, moving] = dead
      for (const death of planning) await clockDying(death)
      await Promise.all([carryOnEvents(system.runtime), carryOnEvents(system.runtime)])
      granted(await system.ask(as, 'membership', 'confirmEvent', { union: desk, event }))
      for (const death of telling) await clockDying(death)
      await carryOnEvents(system.runtime)
      system.travel(isoTime(start + 15 * dayMs))
      for (const death of moving) await clockDying(death)
      await Promise.all([carryOnEvents(system.runtime), carryOnEvents(system.runtime)])

      const { store } = system.runtime
      expect(await store.get(unionEvents, event)).toMatchObject({ state: 'done', people: { move: size } })
      for (const person of people) {
        const item = await store.get(eventItems, `${event}:${person}`)
        const member = await store.get(memberships, person)
        const history = await store.find(membershipEvents, { index: 'byPerson', equals: { person } })
        expect(item?.state).toBe('moved')
        expect(member).toMatchObject({ union: item?.to.union, state: 'active', since: '2024-03-01' })
        expect(history.documents.map(({ kind: what }) => what).sort()).toEqual(['joined', 'moved'])
      }
    }),
    { numRuns: 12 },
  )
}, 300_000)
