import { castUnions } from '../../../local/demo/personas'
import type { UnitId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { IsoDate, isoTime } from '../../../shared/core/time'
import type { Situation } from '../../../shared/membership/joining'
import { joinedMember } from '../../../tests/faults/of-rounds'
import { situations } from '../../../tests/forms'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { runClock } from '../../clock/jobs'
import { membershipEvents, memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { tasks } from '../../_kernel/records/tasks'
import { units } from '../../_kernel/records/registry'
import { employed, listed, newUnit } from '../events/events.fixture'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const start = isoTime(Date.parse('2026-11-18T04:00:00.000Z'))

let system: TestSystem
let branch: UnitId
beforeAll(async () => {
  system = await openTestSystem()
  branch = await newUnit(system)
  await system.runtime.store.transact(async (tx) => {
    const unit = await tx.get(units, branch)
    if (unit !== undefined) await tx.put(units, { ...unit, name: '青岛澜屿海洋装备二厂', union })
    return succeed(undefined)
  })
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(start))

const change = (as: string, situation: Situation) =>
  system.ask(as, 'membership', 'changeWorkplace', { situation, retired: false })
const preview = async (as: string, situation: Situation) =>
  granted(await system.ask(as, 'membership', 'previewTransfer', { situation, retired: false }))

async function recordOf(person: string) {
  const record = await system.runtime.store.get(memberships, person)
  if (record === undefined) throw new Error('nobody’s membership')
  return record
}

async function setOn(person: string, facts: Partial<MembershipRecord>) {
  await system.runtime.store.transact(async (tx) => {
    const record = await tx.get(memberships, person)
    if (record !== undefined) await tx.put(memberships, { ...record, ...facts })
    return succeed(undefined)
  })
}

async function openTasks(person: string) {
  const query = { index: 'byPerson', equals: { person: person as MembershipRecord['_id'], state: 'open' as const } }
  return (await system.runtime.store.find(tasks, query)).documents
}

async function entries(person: string) {
  const query = { index: 'byPerson', equals: { person: person as MembershipRecord['_id'] } }
  return (await system.runtime.store.find(membershipEvents, query)).documents
}

describe('another workplace inside one union (T13, R60)', () => {
  test('the page says what would be recorded; nothing is to transfer', async () => {
    const { as } = await joinedMember(system)
    expect(await preview(as, employed(branch))).toMatchObject({
      offered: [],
      stays: { unitName: '青岛澜屿海洋装备二厂', earlierUnitName: '青岛澜屿海洋装备有限公司' },
    })
    expect((await preview(as, situations.workshop)).stays).toBeUndefined()
    expect((await preview(as, situations.rider)).stays).toBeUndefined()
  })

  test('it is recorded at once: same union, number, first day and standing; the history has one entry', async () => {
    const { as, person } = await joinedMember(system)
    const before = await recordOf(person)
    granted(await change(as, employed(branch)))
    const after = await recordOf(person)
    expect(after).toMatchObject({ union, state: 'active', unit: branch, unitName: '青岛澜屿海洋装备二厂' })
    const { since, memberNumber, changedOn, reason } = before
    expect(after).toMatchObject({ since, memberNumber })
    expect([after.changedOn, after.reason]).toEqual([changedOn, reason])
    const { history } = granted(await system.ask(chair, 'membership', 'member', { union, person }))
    expect(history.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('工作单位从青岛澜屿海洋装备有限公司改成青岛澜屿海洋装备二厂'),
    )
    expect(codeOf(await change(as, employed(branch)))).toBe('WORKPLACE_SAME')
    expect((await entries(person)).filter(({ kind }) => kind === 'workplace-changed')).toHaveLength(1)
  })

  test('sent twice at once it is recorded once', async () => {
    const { as, person } = await joinedMember(system)
    const codes = await Promise.all([change(as, employed(branch)), change(as, employed(branch))])
    expect(codes.map(codeOf).filter((code) => code === 'OK')).toHaveLength(1)
    expect((await entries(person)).filter(({ kind }) => kind === 'workplace-changed')).toHaveLength(1)
    expect((await openTasks(person)).map(({ kind }) => kind)).toEqual(['workplace-change'])
  })

  test('whoever has to transfer, or has a transfer open, does that', async () => {
    const { as } = await joinedMember(system)
    expect(codeOf(await change(as, situations.rider))).toBe('TRANSFER_NEEDED')
    const choice = { kind: 'offered', union: castUnions.newForm.id }
    granted(
      await system.ask(as, 'membership', 'requestTransfer', { situation: situations.rider, retired: false, choice }),
    )
    expect(codeOf(await change(as, employed(branch)))).toBe('TRANSFER_OPEN')
  })

  test('a look at the old contract ends with the old work; a secondment within the union asks for its own', async () => {
    const { as, person } = await joinedMember(system)
    await setOn(person, { contractUntil: IsoDate.parse('2026-11-17') })
    await runClock(system.runtime)
    expect((await openTasks(person)).map(({ kind }) => kind)).toEqual(['contract-end'])
    const seconded: Situation = {
      work: 'seconded',
      home: situations.workshop.unit,
      host: listed(branch),
      months: 2,
    }
    granted(await change(as, seconded))
    const after = await recordOf(person)
    expect(after.contractUntil).toBeUndefined()
    expect(after).toMatchObject({ seconded: { host: branch, since: '2026-09-18' }, secondedSince: '2026-09-18' })
    expect((await openTasks(person)).map(({ kind }) => kind)).toEqual(['workplace-change'])
    system.travel(isoTime(Date.parse('2027-03-19T04:00:00.000Z')))
    await runClock(system.runtime)
    expect((await openTasks(person)).map(({ kind }) => kind).sort()).toEqual(['secondment-end', 'workplace-change'])
  })
})

describe('the union looks whether it is so', () => {
  const lookOf = async (person: string) => (await openTasks(person))[0]?._id ?? ''
  test('it is: the look is done and the history says that somebody looked', async () => {
    const { as, person } = await joinedMember(system)
    granted(await change(as, employed(branch)))
    const task = await lookOf(person)
    expect(granted(await system.ask(chair, 'membership', 'look', { union, task }))).toMatchObject({
      kind: 'workplace-change',
      unitName: '青岛澜屿海洋装备二厂',
      earlierUnitName: '青岛澜屿海洋装备有限公司',
    })
    const answer = { kind: 'workplace-right' }
    granted(await system.ask(chair, 'membership', 'settleLook', { union, task, answer }))
    expect(await openTasks(person)).toEqual([])
  })

  test('it is not: the member reads it and says it anew; nothing is written over their head', async () => {
    const { as, person } = await joinedMember(system)
    granted(await change(as, employed(branch)))
    const task = await lookOf(person)
    granted(await system.ask(chair, 'membership', 'settleLook', { union, task, answer: { kind: 'workplace-wrong' } }))
    expect((await recordOf(person)).unit).toBe(branch)
    const { notices } = granted(await system.ask(as, 'session', 'me', {}))
    expect(notices.map(({ text }) => text)).toContainEqual(expect.stringContaining('和事实不符'))
    granted(await change(as, situations.workshop))
    expect(await openTasks(person)).toHaveLength(1)
  })
})
