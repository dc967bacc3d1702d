import { isoTime } from '../../../shared/core/time'
import { joinedMember, recordOf, taskOf, tasksOf } from '../../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { runClock } from '../jobs'
import { union, chair, start, later, aMoment, change } from './life.fixture'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
beforeEach(() => system.travel(isoTime(start)))
afterAll(() => system.close())

describe('合同到期、借调满六个月 (M9)', () => {
  const keep = (person: string, fact: object) => system.ask(chair, 'membership', 'keepOnFile', { union, person, fact })
  const settle = (task: string, answer: object) =>
    system.ask(chair, 'membership', 'settleLook', { union, task, answer })

  async function contractOver() {
    const member = await joinedMember(system)
    granted(await keep(member.person, { kind: 'contract', until: '2026-11-30' }))
    system.travel(later(11))
    await runClock(system.runtime)
    expect(await tasksOf(system, member.person, 'contract-end')).toEqual([])
    system.travel(later(12))
    await runClock(system.runtime)
    return { ...member, task: await taskOf(system, member.person, 'contract-end') }
  }

  test('the clock asks on the last day of a contract, once; renewed, it asks on the next', async () => {
    const { person, task } = await contractOver()
    system.travel(later(13))
    await runClock(system.runtime)
    expect(await tasksOf(system, person, 'contract-end')).toHaveLength(1)
    expect(granted(await system.ask(chair, 'membership', 'look', { union, task }))).toMatchObject({
      kind: 'contract-end',
      contractUntil: '2026-11-30',
    })
    expect(codeOf(await settle(task, { kind: 'secondment-over' }))).toBe('REASON_INVALID')
    expect(codeOf(await settle(task, { kind: 'renewed', until: '2026-11-30' }))).toBe('DAY_INVALID')
    granted(await settle(task, { kind: 'renewed', until: '2027-11-30' }))
    expect((await recordOf(system, person)).contractUntil).toBe('2027-11-30')
    const { history } = granted(await system.ask(chair, 'membership', 'member', { union, person }))
    const told = history.map(({ text }) => text)
    expect(told).toContain('记下合同到期日：2026 年 11 月 30 日')
    expect(told).toContain('记下合同到期日：2027 年 11 月 30 日')
    expect(told.join()).not.toContain('没有变化')
  })

  test('somebody who is gone is kept; somebody elsewhere is asked to transfer and not asked about again', async () => {
    const gone = await contractOver()
    granted(await settle(gone.task, { kind: 'gone', reason: 'unemployed', on: '2026-11-30' }))
    expect(await recordOf(system, gone.person)).toMatchObject({ state: 'retained', reason: 'unemployed' })
    system.travel(isoTime(start))
    const elsewhere = await contractOver()
    granted(await settle(elsewhere.task, { kind: 'elsewhere' }))
    expect((await recordOf(system, elsewhere.person)).contractUntil).toBeUndefined()
    const { notices } = granted(await system.ask(elsewhere.as, 'session', 'me', {}))
    expect(notices.map(({ text }) => text).join()).toContain('办理转会')
  })

  test('a secondment is asked about after six months and again after a year, until it is over', async () => {
    const { person } = await joinedMember(system)
    expect(codeOf(await keep(person, { kind: 'secondment', since: '2026-11-19' }))).toBe('DAY_INVALID')
    aMoment(system)
    granted(await keep(person, { kind: 'secondment', since: '2026-05-20' }))
    await runClock(system.runtime)
    expect(await tasksOf(system, person, 'secondment-end')).toEqual([])
    system.travel(later(2))
    await runClock(system.runtime)
    granted(await settle(await taskOf(system, person, 'secondment-end'), { kind: 'secondment-goes-on' }))
    system.travel(later(183))
    await runClock(system.runtime)
    granted(await settle(await taskOf(system, person, 'secondment-end'), { kind: 'secondment-over' }))
    expect((await recordOf(system, person)).seconded).toBeUndefined()
    const { history } = granted(await system.ask(chair, 'membership', 'member', { union, person }))
    const told = history.map(({ text }) => text).slice(0, 3)
    expect(told).toEqual(['借调结束', '核对过资料，没有变化', '记下借调，自 2026 年 5 月 20 日起'])
    expect(await tasksOf(system, person, 'secondment-end')).toHaveLength(2)
  })

  test('a change that leaves nothing to look at drops the task', async () => {
    const { person, task } = await contractOver()
    granted(await change(system, person, { kind: 'decease', on: '2026-11-20' }))
    expect(codeOf(await settle(task, { kind: 'renewed', until: '2027-11-30' }))).toBe('TASK_CLOSED')
  })
})
