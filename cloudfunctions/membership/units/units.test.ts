import fc from 'fast-check'
import { castUnions, stage } from '../../../local/demo/personas'
import { Scene, UnionId, type PersonId, type UnitId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { IsoDate, isoTime } from '../../../shared/core/time'
import { pairOf } from '../../../shared/membership/likeness'
import { usccCheckCharacter } from '../../../shared/identity/uscc'
import { endingsOf } from '../../../shared/org/unit-search'
import { joinedMember } from '../../../tests/faults/of-rounds'
import { likelyUnits, memberAt, unitOnFile } from '../../../tests/faults/of-units'
import { sent, situations, somebody } from '../../../tests/forms'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { findSameUnits } from '../../clock/clean/unit-likeness'
import { forgetCodes } from '../../clock/retention/codes'
import { accountOf } from '../../_kernel/caller'
import { accounts } from '../../_kernel/records/accounts'
import { applications } from '../../_kernel/records/applications'
import { dailyJobs } from '../../_kernel/records/daily-jobs'
import { membershipEvents, memberships } from '../../_kernel/records/memberships'
import { merges } from '../../_kernel/records/merges'
import { coverages, invitations, unions, unitNames, units, type UnitRecord } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { transfers } from '../../_kernel/records/transfers'
import { unionChanges } from '../../_kernel/records/union-registry'
import { unitLikenesses, unitMoves } from '../../_kernel/records/unit-merges'
import { openTask } from '../../_kernel/tasks'
import { employed, listed } from '../events/events.fixture'
import { carryOnUnitMerges } from './carry'

const union = castUnions.factory.id
const newForm = castUnions.newForm.id
const chair = 'demo-factory-chair'
const start = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 86_400_000

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
  await compareAll()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))
jest.setTimeout(600_000)

let codes = 0
function freshCode(): string {
  const first17 = `91370202MA3D${String(++codes).padStart(5, '0')}`
  return `${first17}${usccCheckCharacter(first17)}`
}
/** The same with its thirteenth character copied wrongly. */
const slipIn = (code: string) => `${code.slice(0, 12)}${code.charAt(12) === '7' ? '8' : '7'}${code.slice(13)}`

async function compareAll() {
  for (let run = 0; run < 60; run++) {
    await findSameUnits(system.runtime)
    const job = await system.runtime.store.get(dailyJobs, 'units.compare')
    if (job?.after === undefined) break
  }
  await system.runtime.store.transact(async (tx) => {
    await tx.remove(dailyJobs, 'units.compare')
    return succeed(undefined)
  })
}

const carryOn = async () => {
  while ((await carryOnUnitMerges(system.runtime)) > 0);
}
const merge = (task: string, keep: UnitId, said: 'agree' | 'differ-yet-one-unit' = 'agree') =>
  system.ask(chair, 'membership', 'mergeUnits', { union, task, keep, codes: said })
const undo = (id: string) => system.ask(chair, 'membership', 'undoUnitMerge', { union, merge: id })
const unitOf = (id: UnitId) => system.runtime.store.get(units, id)
const memberOf = async (person: PersonId) => {
  const member = await system.runtime.store.get(memberships, person)
  if (member === undefined) throw new Error('nobody’s membership')
  return member
}
const taskOf = (one: UnitId, other: UnitId) => system.runtime.store.get(tasks, `same-unit-twice:${pairOf(one, other)}`)

async function asOnFile(change: Partial<Omit<UnitRecord, '_id'>>) {
  const id = await unitOnFile(system, change)
  await system.runtime.store.transact(async (tx) => {
    const { name = '', region = stage.community } = change
    for (const [at, text] of endingsOf(name).entries())
      await tx.put(unitNames, { _id: `${id}:${at}`, text, unit: id, agency: false, region })
    return succeed(undefined)
  })
  return id
}

async function applying(unit: UnitId) {
  const as = system.newcomer()
  const { application } = await sent(system, as, somebody(), employed(unit))
  return { as, application }
}

describe('a unit on file twice is found (U1–U5, U7)', () => {
  test('by its code, by a slip in it, by its name; not by two valid codes', async () => {
    const code = freshCode()
    const first = await unitOnFile(system, { name: '青岛甲', uscc: code, union })
    const again = await unitOnFile(system, { name: '青岛乙', uscc: code, union })
    const slip = await unitOnFile(system, { name: '青岛丙', uscc: slipIn(code), union })
    const unnamed = await unitOnFile(system, { name: '青岛 甲', union })
    const another = await unitOnFile(system, { name: '青岛甲', uscc: freshCode(), union })
    await compareAll()
    for (const [one, other] of [
      [first, again],
      [first, slip],
      [first, unnamed],
      [another, unnamed],
    ] as const)
      expect((await taskOf(one, other))?.state).toBe('open')
    expect(await taskOf(first, another)).toBeUndefined()
    expect(await taskOf(slip, unnamed)).toBeUndefined()
    await system.runtime.store.transact(async (tx) => {
      for (const id of [first, again, slip, unnamed, another]) await tx.remove(units, id)
      return succeed(undefined)
    })
  })

  test('a code that is written later finds the other one; two clocks at once open one task', async () => {
    const code = freshCode()
    const first = await unitOnFile(system, { uscc: code, union })
    const other = await unitOnFile(system, { union })
    await compareAll()
    expect(await taskOf(first, other)).toBeUndefined()
    await system.runtime.store.transact(async (tx) => {
      const unit = await tx.get(units, other)
      if (unit !== undefined) await tx.put(units, { ...unit, uscc: code })
      return succeed(undefined)
    })
    await Promise.all([compareAll(), compareAll()])
    expect((await taskOf(first, other))?.steps).toHaveLength(1)
  })

  test('the union that both are covered by decides, else the nearest one above both', async () => {
    const code = freshCode()
    const [one, other, third] = [
      await unitOnFile(system, { uscc: code, coveredBy: [newForm] }),
      await unitOnFile(system, { uscc: code, coveredBy: [newForm] }),
      await unitOnFile(system, { uscc: code, union }),
    ]
    await compareAll()
    expect((await taskOf(one, other))?.desk).toBe(newForm)
    expect((await taskOf(one, third))?.desk).toBe(castUnions.street.id)
  })

  test('one that nobody organises is the nearest seat’s of its place', async () => {
    const code = freshCode()
    const [one, other] = [await unitOnFile(system, { uscc: code }), await unitOnFile(system, { uscc: code })]
    await compareAll()
    expect((await taskOf(one, other))?.state).toBe('open')
  })
})

describe('merging', () => {
  test('shows both sides with what stands on them, and what would come of it', async () => {
    const code = freshCode()
    const { task, one, other } = await likelyUnits(system, {
      first: { uscc: slipIn(code), coveredBy: [newForm] },
      second: { uscc: code, union },
    })
    await memberAt(system, one)
    const preview = granted(await system.ask(chair, 'membership', 'sameUnits', { union, task }))
    expect(preview.sides.map(({ members, codeState }) => [members, codeState])).toEqual([
      [1, 'misread'],
      [0, 'valid'],
    ])
    expect(preview).toMatchObject({ suggested: other, twoCodes: false, twoUnions: false })
    expect(preview.outcomes[0]).toMatchObject({
      keep: one,
      uscc: code,
      ownUnion: castUnions.factory.name,
      coveredBy: [],
    })
    expect(preview.outcomes[1]).toMatchObject({ keep: other, moved: 1, renamed: true })
  })

  test('everything leads to the one that stays: members, agency, applications, transfers, branches, coverage', async () => {
    const { task, one, other } = await likelyUnits(system, { second: { coveredBy: [newForm] } })
    const branch = await unitOnFile(system, { parent: other, legalPerson: false })
    const worker = await memberAt(system, other)
    const sentOut = await joinedMember(system)
    const { application } = await applying(other)
    const mover = await joinedMember(system)
    const choice = { kind: 'offered', union: newForm }
    const goes = { situation: employed(other), retired: false, choice }
    const { transfer } = granted(await system.ask(mover.as, 'membership', 'requestTransfer', goes))
    await system.runtime.store.transact(async (tx) => {
      const member = await tx.get(memberships, sentOut.person)
      if (member !== undefined) await tx.put(memberships, { ...member, agency: other })
      return succeed(undefined)
    })

    granted(await merge(task, one))
    const { store } = system.runtime
    expect(await store.get(coverages, `${newForm}:${one}`)).toBeDefined()
    expect(await store.get(coverages, `${newForm}:${other}`)).toBeUndefined()
    await carryOn()
    expect(await memberOf(worker.person)).toMatchObject({ unit: one, unitName: (await unitOf(one))?.name })
    expect((await memberOf(sentOut.person)).agency).toBe(one)
    expect((await store.get(applications, application))?.unit).toBe(one)
    expect((await store.get(transfers, transfer))?.unit).toBe(one)
    expect((await unitOf(branch))?.parent).toBe(one)
    const { history } = granted(await system.ask(chair, 'membership', 'member', { union, person: worker.person }))
    expect(history.map(({ text }) => text)).toContainEqual(expect.stringContaining('单位重复登记'))
    expect((await memberOf(sentOut.person)).unitName).toContain('澜屿')
    expect((await store.find(merges, { index: 'byMoving', equals: { moving: 'forward' } })).documents).toEqual([])
  })

  test('where both are called the same nobody’s history has a line more', async () => {
    const name = '青岛同名机电有限公司'
    const { task, one, other } = await likelyUnits(system, { first: { name, union }, second: { name } })
    const { person } = await memberAt(system, other)
    granted(await merge(task, one))
    await carryOn()
    expect((await memberOf(person)).unit).toBe(one)
    const found = await system.runtime.store.find(membershipEvents, { index: 'byPerson', equals: { person } })
    expect(found.documents.map(({ kind }) => kind)).toEqual(['joined'])
  })

  test('the old name, the old poster and a form with the old id lead to the one that stays', async () => {
    const [first, second] = [`青岛阑珊一${codes}`, `青岛旧称二${codes}`]
    const one = await asOnFile({ name: first, union })
    const other = await asOnFile({ name: second, union })
    const { task } = await pairTask(one, other)
    const scene = Scene.parse(`old-poster-${codes}`)
    await system.runtime.store.transact(async (tx) => {
      const by = accountOf(chair, system.runtime)
      await tx.put(invitations, { _id: scene, union, unit: other, createdAt: isoTime(start), by })
      return succeed(undefined)
    })
    granted(await merge(task, one))
    const found = granted(await system.ask(chair, 'registry', 'searchUnits', { text: second }))
    expect(found.units.map(({ unit }) => unit)).toEqual([one])
    const poster = granted(await system.ask(chair, 'registry', 'openInvitation', { scene }))
    expect(poster.unit?.unit).toBe(one)
    const { application } = await applying(other)
    expect((await system.runtime.store.get(applications, application))?.unit).toBe(one)
  })

  test('stands in the history of every union that has to do with the two, and so does taking it back', async () => {
    const { task, one, other } = await likelyUnits(system, { first: { union }, second: { coveredBy: [newForm] } })
    const { merge: id } = granted(await merge(task, one))
    granted(await undo(id))
    const [kept, merged] = await Promise.all([one, other].map(unitOf))
    const names = { kind: 'units-merged', keptName: kept?.name, mergedName: merged?.name }
    for (const concerned of [union, newForm]) {
      const equals = { union: concerned }
      const found = await system.runtime.store.find(unionChanges, { index: 'byUnion', equals, limit: 1000 })
      const told = found.documents.filter(
        ({ change }) => change.kind === 'units-merged' && change.keptName === kept?.name,
      )
      expect(told.map(({ change }) => change)).toEqual(
        expect.arrayContaining([
          { ...names, act: 'merged' },
          { ...names, act: 'undone' },
        ]),
      )
      expect(told.map(({ office }) => office?.union)).toEqual([union, union])
    }
  })

  test('two valid codes only where the officer says so; two unions never', async () => {
    const codesDiffer = await likelyUnits(system, { first: { uscc: freshCode() }, second: { uscc: freshCode() } })
    expect(codeOf(await merge(codesDiffer.task, codesDiffer.one))).toBe('UNITS_TWO_CODES')
    granted(await merge(codesDiffer.task, codesDiffer.one, 'differ-yet-one-unit'))
    const unionsDiffer = await likelyUnits(system, { first: { union }, second: { union: castUnions.agency.id } })
    expect(codeOf(await merge(unionsDiffer.task, unionsDiffer.one))).toBe('UNITS_TWO_UNIONS')
  })

  test('two officers who merge at once merge once; nobody is asked about the pair again', async () => {
    const { task, one, other } = await likelyUnits(system)
    const both = await Promise.all([merge(task, one), merge(task, other)])
    expect(both.map(codeOf).filter((code) => code === 'OK')).toHaveLength(1)
    const left = await Promise.all([one, other].map(unitOf))
    expect(left.filter((unit) => unit?.mergedInto === undefined)).toHaveLength(1)
  })

  test('after seven days it is for good, what it kept is forgotten, and who comes late is moved all the same', async () => {
    const { task, one, other } = await likelyUnits(system)
    const worker = await memberAt(system, other)
    const { merge: id } = granted(await merge(task, one))
    await carryOn()
    system.travel(isoTime(start + 8 * dayMs))
    expect(codeOf(await undo(id))).toBe('MERGE_GONE')
    await forgetCodes(system.runtime)
    expect(await system.runtime.store.get(merges, id)).toBeUndefined()
    const rows = await system.runtime.store.find(unitMoves, { index: 'byMerge', equals: { merge: id } })
    expect(rows.documents).toEqual([])
    await writeBack(worker.person, other)
    await compareAll()
    expect((await memberOf(worker.person)).unit).toBe(one)
    const keys = await system.runtime.store.find(unitLikenesses, { index: 'byKey', equals: {}, limit: 1000 })
    expect(keys.documents.some(({ unit }) => unit === other)).toBe(false)
  })
})

async function pairTask(one: UnitId, other: UnitId) {
  await system.runtime.store.transact(async (tx) => {
    const task = { kind: 'same-unit-twice', subject: pairOf(one, other) } as const
    const owner = { _id: union, name: castUnions.factory.name }
    const dueOn = IsoDate.parse('2026-12-09')
    await openTask(tx, { ...task, union: owner, dueOn }, { by: 'clock', at: isoTime(start) })
    return succeed(undefined)
  })
  return { task: `same-unit-twice:${pairOf(one, other)}` }
}

/** As somebody who had read the record before the merge writes it. */
async function writeBack(person: PersonId, unit: UnitId) {
  await system.runtime.store.transact(async (tx) => {
    const member = await tx.get(memberships, person)
    if (member !== undefined) await tx.put(memberships, { ...member, unit })
    return succeed(undefined)
  })
}

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
    const { application } = await applying(pair.one)
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
        const { merge: id } = granted(await merge(there.task, keep))
        if (world.through === 'all') await carryOn()
        granted(await undo(id))
        await carryOn()
        expect(await everything(there)).toEqual(before)
        expect(await system.runtime.store.get(merges, id)).toBeUndefined()
        expect(codeOf(await undo(id))).toBe('NOT_FOUND')
      }),
      { numRuns: 25 },
    )
  })

  test('what somebody did meanwhile with the unit that stayed stays with it', async () => {
    const { task, one, other } = await likelyUnits(system, { first: { union } })
    const { as, person } = await memberAt(system, other)
    const { merge: id } = granted(await merge(task, one))
    await carryOn()
    const elsewhere = { ...situations.workshop, establishment: 'off_establishment' }
    granted(await system.ask(as, 'membership', 'changeWorkplace', { situation: elsewhere, retired: false }))
    granted(await undo(id))
    await carryOn()
    expect((await memberOf(person)).unit).toBe(situations.workshop.unit.unit)
  })

  test('an earlier merge waits for the later one of the same unit to be taken back', async () => {
    const first = await likelyUnits(system)
    const { merge: id } = granted(await merge(first.task, first.one))
    const third = await unitOnFile(system)
    const { task } = await pairTask(first.one, third)
    const later = granted(await merge(task, third))
    expect(codeOf(await undo(id))).toBe('MERGED_AGAIN')
    granted(await undo(later.merge))
    await carryOn()
    granted(await undo(id))
  })
})

describe('a merge that races with an approval into the unit that goes', () => {
  test('loses nobody: whoever was approved is a member at the unit that stays', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('merge', 'approve', 'carry'), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (order, dispatched) => {
          const { task, one, other } = await likelyUnits(system, { first: { union }, second: { union } })
          const as = system.newcomer()
          const situation = dispatched
            ? ({ work: 'dispatched', agency: listed(other), userUnit: situations.workshop.unit } as const)
            : employed(other)
          const { application } = await sent(system, as, somebody(), situation)
          const verdict = { kind: 'approve', committee: { decidedOn: '2026-11-18' } }
          const acts = {
            merge: () => merge(task, one),
            approve: () => system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict }),
            carry: () => carryOnUnitMerges(system.runtime),
          } as const
          await Promise.all(order.map((act) => acts[act]()))
          await acts.merge()
          await acts.approve()
          await carryOn()
          await compareAll()
          await carryOn()
          const person = (await system.runtime.store.get(accounts, accountOf(as, system.runtime)))?.person
          if (person === undefined) throw new Error('nobody joined')
          expect((await memberOf(person))[dispatched ? 'agency' : 'unit']).toBe(one)
          expect(
            (await system.runtime.store.find(memberships, { index: 'byUnit', equals: { unit: other } })).documents,
          ).toEqual([])
        },
      ),
      { numRuns: 12 },
    )
  })
})
