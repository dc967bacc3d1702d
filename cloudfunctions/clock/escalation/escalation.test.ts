import { castUnions } from '../../../local/demo/personas'
import { ApplicationId } from '../../../shared/core/ids'
import { IsoDate, isoTime, type IsoTime } from '../../../shared/core/time'
import { sent, situations, somebody } from '../../../tests/forms'
import { vacated } from '../../../tests/offices'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { applications } from '../../_kernel/records/applications'
import { memberships } from '../../_kernel/records/memberships'
import { notices } from '../../_kernel/records/upkeep'
import { tasks } from '../../_kernel/records/tasks'
import { openTask } from '../../_kernel/tasks'
import { runClock } from '../jobs'

const { factory, street } = castUnions
const chair = 'demo-factory-chair'
const start = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 24 * 60 * 60 * 1000

let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem({ units: 60, unions: 60, members: 5, applications: 0 })
}, 600_000)
afterEach(() => system.close())

async function clockAt(time: IsoTime): Promise<void> {
  system.travel(time)
  for (let done = Infinity; done > 0;) {
    const counts = await runClock(system.runtime)
    done = (counts['applications.escalate'] ?? 0) + (counts['tasks.escalate'] ?? 0)
  }
}
const after = (days: number) => isoTime(start + days * dayMs)

async function applied(): Promise<ApplicationId> {
  const { application } = await sent(system, 'who-applies', somebody(), situations.workshop)
  return ApplicationId.parse(application)
}
const recordOf = async (id: ApplicationId) => {
  const record = await system.runtime.store.get(applications, id)
  if (record === undefined) throw new Error('the application is gone')
  return record
}
const inboxOf = async (as: string, union: string) =>
  granted(await system.ask(as, 'membership', 'inbox', { union })).rows.map(({ application }) => application)

describe('an application that nobody decides', () => {
  test('goes up the day after it is due, with its history; the worker and both chairs see it', async () => {
    const application = await applied()
    const { dueOn } = await recordOf(application)
    await clockAt(isoTime(Date.parse(`${dueOn}T10:00:00.000+08:00`)))
    expect(await inboxOf(chair, factory.id)).toContain(application)

    await clockAt(isoTime(Date.parse(`${dueOn}T10:00:00.000+08:00`) + dayMs))
    expect(await inboxOf(chair, factory.id)).not.toContain(application)
    expect(await inboxOf('demo-street', street.id)).toContain(application)
    const mine = granted(await system.ask('who-applies', 'membership', 'mine', {})).application
    expect(mine).toMatchObject({
      union: { name: factory.name },
      desk: { name: street.name },
      timeline: [{ kind: 'submitted' }, { kind: 'escalated', unionName: street.name }],
    })
    expect(mine?.workingDaysLeft).toBeGreaterThan(0)
    const above = granted(await system.ask(chair, 'membership', 'raised', { union: factory.id }))
    expect(above.applications).toContainEqual(expect.objectContaining({ application, deskName: street.name }))
  }, 600_000)

  test('is decided by the union above for the union it was asked for', async () => {
    const application = await applied()
    const { dueOn } = await recordOf(application)
    await clockAt(isoTime(Date.parse(`${dueOn}T10:00:00.000+08:00`) + dayMs))
    const { revision } = await recordOf(application)
    const decidedOn = IsoDate.parse(system.runtime.now().slice(0, 10))
    const decision = { application, seen: revision, verdict: { kind: 'approve', committee: { decidedOn } } }
    expect(codeOf(await system.ask(chair, 'membership', 'decide', { union: factory.id, ...decision }))).toBe(
      'NOT_FOUND',
    )
    granted(await system.ask('demo-street', 'membership', 'decide', { union: street.id, ...decision }))
    const { person } = await recordOf(application)
    expect(await system.runtime.store.get(memberships, person ?? '')).toMatchObject({ union: factory.id })
  }, 600_000)

  test('goes up level by level, and stays on top', async () => {
    const application = await applied()
    const seen: string[] = []
    for (let round = 1; round <= 8; round++) {
      const { dueOn, desk } = await recordOf(application)
      if (!seen.includes(desk)) seen.push(desk)
      await clockAt(isoTime(Date.parse(`${dueOn}T10:00:00.000+08:00`) + round * dayMs))
    }
    const top = await recordOf(application)
    expect(seen.length).toBeGreaterThan(2)
    expect(seen.at(-1)).toBe(top.desk)
    expect(top.timeline.filter(({ kind }) => kind === 'escalated')).toHaveLength(seen.length - 1)
    expect(top.union).toBe(factory.id)
  }, 600_000)

  test('where nobody is in office it waits ten days, not until it is due', async () => {
    const application = await applied()
    await vacated(system, factory.id, system.runtime.now())
    await clockAt(after(9))
    expect((await recordOf(application)).desk).toBe(factory.id)
    await clockAt(after(10))
    expect((await recordOf(application)).desk).toBe(street.id)
    const told = await system.runtime.store.find(notices, { index: 'byTime', equals: {}, limit: 100 })
    expect(told.documents.map(({ text }) => text)).toContainEqual(
      expect.stringContaining(`${factory.name}现在没有干部在任，您的入会申请已经交给${street.name}办理`),
    )
  }, 600_000)

  test('a decision that comes at the same time as the clock wins or loses whole', async () => {
    const application = await applied()
    const { dueOn, revision } = await recordOf(application)
    const late = isoTime(Date.parse(`${dueOn}T10:00:00.000+08:00`) + dayMs)
    system.travel(late)
    const decidedOn = late.slice(0, 10)
    const decision = { application, seen: revision, verdict: { kind: 'approve', committee: { decidedOn } } }
    const [, decided] = await Promise.all([
      runClock(system.runtime),
      system.ask(chair, 'membership', 'decide', { union: factory.id, ...decision }),
    ])
    const record = await recordOf(application)
    expect(record.state).toBe(decided.ok ? 'approved' : 'submitted')
    expect(record.desk).toBe(decided.ok ? factory.id : street.id)
  }, 600_000)
})

describe('a task that nobody does', () => {
  const open = (kind: 'transfer-in' | 'half-year-round') =>
    system.runtime.store.transact((tx) =>
      openTask(
        tx,
        { kind, subject: 'one', union: { _id: factory.id, name: factory.name }, dueOn: IsoDate.parse('2026-11-20') },
        { by: 'clock', at: system.runtime.now() },
      ),
    )
  const deskOf = async (id: string) => (await system.runtime.store.get(tasks, id))?.desk

  test('goes up where somebody waits for it; housekeeping stays', async () => {
    await open('transfer-in')
    await open('half-year-round')
    await clockAt(after(2))
    expect(await deskOf('transfer-in:one')).toBe(factory.id)
    await clockAt(after(3))
    expect(await deskOf('transfer-in:one')).toBe(street.id)
    expect(await deskOf('half-year-round:one')).toBe(factory.id)
    const above = granted(await system.ask(chair, 'membership', 'raised', { union: factory.id }))
    expect(above.tasks).toMatchObject([{ task: 'transfer-in:one', deskName: street.name }])
    const list = granted(await system.ask('demo-street', 'membership', 'tasks', { union: street.id }))
    expect(list.rows).toMatchObject([{ task: 'transfer-in:one', unionName: factory.name, raised: true }])
  }, 600_000)
})

test('the message that it went up names no person', async () => {
  const application = await applied()
  const { dueOn } = await recordOf(application)
  await clockAt(isoTime(Date.parse(`${dueOn}T10:00:00.000+08:00`) + dayMs))
  const told = await system.runtime.store.find(notices, { index: 'byTime', equals: {}, limit: 100 })
  const texts = told.documents.filter(({ application: about }) => about === application).map(({ text }) => text)
  expect(texts).toEqual([expect.stringContaining(`交给${street.name}办理`)])
})
