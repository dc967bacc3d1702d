import fc from 'fast-check'
import { castUnions } from '../../../local/demo/personas'
import { Scene, type PersonId, type UnitId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { isoTime } from '../../../shared/core/time'
import { joinedMember } from '../../../tests/faults/of-rounds'
import { likelyUnits, memberAt, unitOnFile } from '../../../tests/faults/of-units'
import { sent, situations, somebody } from '../../../tests/forms'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { forgetCodes } from '../../clock/retention/codes'
import { accountOf } from '../../_kernel/caller'
import { accounts } from '../../_kernel/records/accounts'
import { applications } from '../../_kernel/records/applications'
import { membershipEvents, memberships } from '../../_kernel/records/memberships'
import { merges } from '../../_kernel/records/merges'
import { coverages, invitations } from '../../_kernel/records/registry'
import { transfers } from '../../_kernel/records/transfers'
import { unionChanges } from '../../_kernel/records/union-registry'
import { unitLikenesses, unitMoves } from '../../_kernel/records/unit-merges'
import { employed, listed } from '../events/events.fixture'
import { carryOnUnitMerges } from './carry'
import {
  union,
  newForm,
  chair,
  start,
  freshCode,
  slipIn,
  compareAll,
  carryOn,
  merge,
  undo,
  unitOf,
  memberOf,
  asOnFile,
  applying,
  pairTask,
} from './units.fixture'

const dayMs = 86_400_000

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
  await compareAll(system)
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))
jest.setTimeout(600_000)

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
    const { application } = await applying(system, other)
    const mover = await joinedMember(system)
    const choice = { kind: 'offered', union: newForm }
    const goes = { situation: employed(other), retired: false, choice }
    const { transfer } = granted(await system.ask(mover.as, 'membership', 'requestTransfer', goes))
    await system.runtime.store.transact(async (tx) => {
      const member = await tx.get(memberships, sentOut.person)
      if (member !== undefined) await tx.put(memberships, { ...member, agency: other })
      return succeed(undefined)
    })

    granted(await merge(system, task, one))
    const { store } = system.runtime
    expect(await store.get(coverages, `${newForm}:${one}`)).toBeDefined()
    expect(await store.get(coverages, `${newForm}:${other}`)).toBeUndefined()
    await carryOn(system)
    expect(await memberOf(system, worker.person)).toMatchObject({
      unit: one,
      unitName: (await unitOf(system, one))?.name,
    })
    expect((await memberOf(system, sentOut.person)).agency).toBe(one)
    expect((await store.get(applications, application))?.unit).toBe(one)
    expect((await store.get(transfers, transfer))?.unit).toBe(one)
    expect((await unitOf(system, branch))?.parent).toBe(one)
    const { history } = granted(await system.ask(chair, 'membership', 'member', { union, person: worker.person }))
    expect(history.map(({ text }) => text)).toContainEqual(expect.stringContaining('单位重复登记'))
    expect((await memberOf(system, sentOut.person)).unitName).toContain('澜屿')
    expect((await store.find(merges, { index: 'byMoving', equals: { moving: 'forward' } })).documents).toEqual([])
  })

  test('where both are called the same nobody’s history has a line more', async () => {
    const name = '青岛同名机电有限公司'
    const { task, one, other } = await likelyUnits(system, { first: { name, union }, second: { name } })
    const { person } = await memberAt(system, other)
    granted(await merge(system, task, one))
    await carryOn(system)
    expect((await memberOf(system, person)).unit).toBe(one)
    const found = await system.runtime.store.find(membershipEvents, { index: 'byPerson', equals: { person } })
    expect(found.documents.map(({ kind }) => kind)).toEqual(['joined'])
  })

  test('the old name, the old poster and a form with the old id lead to the one that stays', async () => {
    const [first, second] = ['青岛阑珊一', '青岛旧称二']
    const one = await asOnFile(system, { name: first, union })
    const other = await asOnFile(system, { name: second, union })
    const { task } = await pairTask(system, one, other)
    const scene = Scene.parse('old-poster')
    await system.runtime.store.transact(async (tx) => {
      const by = accountOf(chair, system.runtime)
      await tx.put(invitations, { _id: scene, union, unit: other, createdAt: isoTime(start), by })
      return succeed(undefined)
    })
    granted(await merge(system, task, one))
    const found = granted(await system.ask(chair, 'registry', 'searchUnits', { text: second }))
    expect(found.units.map(({ unit }) => unit)).toEqual([one])
    const poster = granted(await system.ask(chair, 'registry', 'openInvitation', { scene }))
    expect(poster.unit?.unit).toBe(one)
    const { application } = await applying(system, other)
    expect((await system.runtime.store.get(applications, application))?.unit).toBe(one)
  })

  test('stands in the history of every union that has to do with the two, and so does taking it back', async () => {
    const { task, one, other } = await likelyUnits(system, { first: { union }, second: { coveredBy: [newForm] } })
    const { merge: id } = granted(await merge(system, task, one))
    granted(await undo(system, id))
    const [kept, merged] = await Promise.all([one, other].map((unit) => unitOf(system, unit)))
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
    expect(codeOf(await merge(system, codesDiffer.task, codesDiffer.one))).toBe('UNITS_TWO_CODES')
    granted(await merge(system, codesDiffer.task, codesDiffer.one, 'differ-yet-one-unit'))
    const unionsDiffer = await likelyUnits(system, { first: { union }, second: { union: castUnions.agency.id } })
    expect(codeOf(await merge(system, unionsDiffer.task, unionsDiffer.one))).toBe('UNITS_TWO_UNIONS')
  })

  test('two officers who merge at once merge once; nobody is asked about the pair again', async () => {
    const { task, one, other } = await likelyUnits(system)
    const both = await Promise.all([merge(system, task, one), merge(system, task, other)])
    expect(both.map(codeOf).filter((code) => code === 'OK')).toHaveLength(1)
    const left = await Promise.all([one, other].map((unit) => unitOf(system, unit)))
    expect(left.filter((unit) => unit?.mergedInto === undefined)).toHaveLength(1)
  })

  test('after seven days it is for good, what it kept is forgotten, and who comes late is moved all the same', async () => {
    const { task, one, other } = await likelyUnits(system)
    const worker = await memberAt(system, other)
    const { merge: id } = granted(await merge(system, task, one))
    await carryOn(system)
    system.travel(isoTime(start + 8 * dayMs))
    expect(codeOf(await undo(system, id))).toBe('MERGE_GONE')
    await forgetCodes(system.runtime)
    expect(await system.runtime.store.get(merges, id)).toBeUndefined()
    const rows = await system.runtime.store.find(unitMoves, { index: 'byMerge', equals: { merge: id } })
    expect(rows.documents).toEqual([])
    await writeBack(worker.person, other)
    await compareAll(system)
    expect((await memberOf(system, worker.person)).unit).toBe(one)
    const keys = await system.runtime.store.find(unitLikenesses, { index: 'byKey', equals: {}, limit: 1000 })
    expect(keys.documents.some(({ unit }) => unit === other)).toBe(false)
  })
})

/** As somebody who had read the record before the merge writes it. */
async function writeBack(person: PersonId, unit: UnitId) {
  await system.runtime.store.transact(async (tx) => {
    const member = await tx.get(memberships, person)
    if (member !== undefined) await tx.put(memberships, { ...member, unit })
    return succeed(undefined)
  })
}

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
            merge: () => merge(system, task, one),
            approve: () => system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict }),
            carry: () => carryOnUnitMerges(system.runtime),
          } as const
          await Promise.all(order.map((act) => acts[act]()))
          await acts.merge()
          await acts.approve()
          await carryOn(system)
          await compareAll(system)
          await carryOn(system)
          const person = (await system.runtime.store.get(accounts, accountOf(as, system.runtime)))?.person
          if (person === undefined) throw new Error('nobody joined')
          expect((await memberOf(system, person))[dispatched ? 'agency' : 'unit']).toBe(one)
          expect(
            (await system.runtime.store.find(memberships, { index: 'byUnit', equals: { unit: other } })).documents,
          ).toEqual([])
        },
      ),
      { numRuns: 12 },
    )
  })
})
