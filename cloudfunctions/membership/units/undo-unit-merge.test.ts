import fc from 'fast-check'
import { UnionId, type PersonId, type UnitId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { isoTime } from '../../../shared/core/time'
import { likelyUnits, memberAt, unitOnFile } from '../../../tests/faults/of-units'
import { situations } from '../../../tests/forms'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { applications } from '../../_kernel/records/applications'
import { membershipEvents, memberships } from '../../_kernel/records/memberships'
import { merges } from '../../_kernel/records/merges'
import { coverages, unions, units } from '../../_kernel/records/registry'
import {
  union,
  newForm,
  start,
  freshCode,
  compareAll,
  carryOn,
  merge,
  undo,
  memberOf,
  applying,
  pairTask,
} from './units.fixture'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
  await compareAll(system)
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))
jest.setTimeout(600_000)

describe('merge, then undo', () => {
  interface World {
    readonly covered: readonly ('first' | 'second')[]
    readonly own: 'first' | 'second' | 'none'
    readonly members: readonly ('first' | 'second' | 'both')[]
    readonly stays: 'first' | 'second'
    /** Pages of the way there that are through before somebody takes it back. */
    readonly through: 'none' | 'all'
  }
  const worlds: fc.Arbitrary<World> = fc.record({
    covered: fc.uniqueArray(fc.constantFrom('first', 'second')),
    own: fc.constantFrom('first', 'second', 'none'),
    members: fc.array(fc.constantFrom('first', 'second', 'both'), { maxLength: 3 }),
    stays: fc.constantFrom('first', 'second'),
    through: fc.constantFrom('none', 'all'),
  })

  async function built({ covered, own, members }: World) {
    const hosted = await hostedUnion()
    const change = (side: 'first' | 'second') => ({
      ...(own === side ? { union: hosted } : {}),
      ...(own !== side && covered.includes(side) ? { coveredBy: [newForm] } : {}),
      ...(side === 'first' ? { uscc: freshCode() } : {}),
    })
    const pair = await likelyUnits(system, { first: change('first'), second: change('second') })
    const at = { first: pair.one, second: pair.other, both: pair.one }
    await system.runtime.store.transact(async (tx) => {
      const record = await tx.get(unions, hosted)
      if (record !== undefined && own !== 'none') await tx.put(unions, { ...record, hostUnit: at[own] })
      return succeed(undefined)
    })
    const people: PersonId[] = []
    for (const where of members) {
      const { person } = await memberAt(system, at[where])
      people.push(person)
      if (where === 'both')
        await system.runtime.store.transact(async (tx) => {
          const member = await tx.get(memberships, person)
          if (member !== undefined) await tx.put(memberships, { ...member, agency: pair.other })
          return succeed(undefined)
        })
    }
    const branch = await unitOnFile(system, { parent: pair.other, legalPerson: false })
    const { application } = await applying(system, pair.one)
    return { ...pair, people, branch, application, hosted }
  }

  let hosts = 0
  async function hostedUnion(): Promise<UnionId> {
    const id = UnionId.parse(`union-hosted-${++hosts}`)
    await system.runtime.store.transact(async (tx) => {
      const like = await tx.get(unions, union)
      if (like !== undefined) await tx.put(unions, { ...like, _id: id, line: [id, ...like.line.slice(1)] })
      return succeed(undefined)
    })
    return id
  }

  /** Everything that a merge may touch, as the records have it. */
  async function everything({ one, other, people, branch, application, hosted }: Awaited<ReturnType<typeof built>>) {
    const { store } = system.runtime
    const plain = async (id: UnitId) => {
      const unit = await store.get(units, id)
      return unit === undefined ? undefined : { ...unit, likenesses: [] }
    }
    return {
      units: [await plain(one), await plain(other), await plain(branch)],
      members: await Promise.all(people.map((person) => store.get(memberships, person))),
      histories: await Promise.all(
        people.map(async (person) => {
          const found = await store.find(membershipEvents, { index: 'byPerson', equals: { person } })
          return found.documents
        }),
      ),
      coverages: await Promise.all(
        [one, other].flatMap((unit) => [newForm, hosted].map((by) => store.get(coverages, `${by}:${unit}`))),
      ),
      host: await store.get(unions, hosted),
      application: await store.get(applications, application),
    }
  }

  test('gives back the same world, however far the way there was', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const there = await built(world)
        const before = await everything(there)
        const keep = world.stays === 'first' ? there.one : there.other
        const { merge: id } = granted(await merge(system, there.task, keep))
        if (world.through === 'all') await carryOn(system)
        granted(await undo(system, id))
        await carryOn(system)
        expect(await everything(there)).toEqual(before)
        expect(await system.runtime.store.get(merges, id)).toBeUndefined()
        expect(codeOf(await undo(system, id))).toBe('NOT_FOUND')
      }),
      { numRuns: 25 },
    )
  })

  test('what somebody did meanwhile with the unit that stayed stays with it', async () => {
    const { task, one, other } = await likelyUnits(system, { first: { union } })
    const { as, person } = await memberAt(system, other)
    const { merge: id } = granted(await merge(system, task, one))
    await carryOn(system)
    const elsewhere = { ...situations.workshop, establishment: 'off_establishment' }
    granted(await system.ask(as, 'membership', 'changeWorkplace', { situation: elsewhere, retired: false }))
    granted(await undo(system, id))
    await carryOn(system)
    expect((await memberOf(system, person)).unit).toBe(situations.workshop.unit.unit)
  })

  test('an earlier merge waits for the later one of the same unit to be taken back', async () => {
    const first = await likelyUnits(system)
    const { merge: id } = granted(await merge(system, first.task, first.one))
    const third = await unitOnFile(system)
    const { task } = await pairTask(system, first.one, third)
    const later = granted(await merge(system, task, third))
    expect(codeOf(await undo(system, id))).toBe('MERGED_AGAIN')
    granted(await undo(system, later.merge))
    await carryOn(system)
    granted(await undo(system, id))
  })
})
