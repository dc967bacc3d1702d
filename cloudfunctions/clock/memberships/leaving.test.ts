import { castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { formFor, situations } from '../../../tests/forms'
import { joinedMember, leavingMember, recordOf, tasksOf } from '../../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { runClock } from '../jobs'
import { memberships } from '../../_kernel/records/memberships'
import {
  union,
  chair,
  today,
  start,
  later,
  changes,
  brought,
  aMoment,
  change,
  stateOf,
  historyOf,
} from './life.fixture'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
beforeEach(() => system.travel(isoTime(start)))
afterAll(() => system.close())

describe('退会 (M4)', () => {
  test('the member asks, the union announces, the number stays', async () => {
    const member = await leavingMember(system)
    const before = await recordOf(system, member.person)
    expect(granted(await system.ask(member.as, 'membership', 'myAffairs', {})).affairs).toMatchObject([
      { kind: 'leave-request', unionName: castUnions.factory.name },
    ])
    const input = { union, task: member.task }
    expect(granted(await system.ask(chair, 'membership', 'leaving', input))).toMatchObject({
      name: member.worker.name,
      open: true,
    })
    granted(await system.ask(chair, 'membership', 'announceLeaving', input))
    expect(await recordOf(system, member.person)).toMatchObject({
      state: 'left',
      reason: 'own-request',
      memberNumber: before.memberNumber,
    })
    expect(codeOf(await system.ask(chair, 'membership', 'announceLeaving', input))).toBe('TASK_CLOSED')
    const { standing } = granted(await system.ask(member.as, 'session', 'me', {}))
    expect(standing).toMatchObject({ kind: 'ended', state: 'left', on: today })
  })

  test('one request at a time; taken back, it can be asked again the same day', async () => {
    const member = await leavingMember(system)
    expect(codeOf(await system.ask(member.as, 'membership', 'askToLeave', {}))).toBe('LEAVING_ASKED')
    granted(await system.ask(member.as, 'membership', 'takeBackLeaving', {}))
    expect(codeOf(await system.ask(member.as, 'membership', 'takeBackLeaving', {}))).toBe('TASK_CLOSED')
    granted(await system.ask(member.as, 'membership', 'askToLeave', {}))
    const asked = await tasksOf(system, member.person, 'leave-request')
    expect(asked.map(({ state }) => state).sort()).toEqual(['dropped', 'open'])
    expect(await stateOf(system, member)).toBe('active')
  })

  test('two phones at once ask once', async () => {
    const member = await joinedMember(system)
    const answers = await Promise.all([1, 2].map(() => system.ask(member.as, 'membership', 'askToLeave', {})))
    expect(answers.map(codeOf).sort()).toEqual(['LEAVING_ASKED', 'OK'])
    expect(await tasksOf(system, member.person, 'leave-request')).toHaveLength(1)
  })

  test('silence until the due day is an announcement by the clock, on the day after and not before', async () => {
    const member = await leavingMember(system)
    system.travel(later(7))
    await runClock(system.runtime)
    expect(await stateOf(system, member)).toBe('active')
    system.travel(later(8))
    await runClock(system.runtime)
    expect(await recordOf(system, member.person)).toMatchObject({ state: 'left', reason: 'own-request' })
    expect((await tasksOf(system, member.person, 'leave-request'))[0]).toMatchObject({ state: 'done' })
    const { notices } = granted(await system.ask(member.as, 'session', 'me', {}))
    expect(notices.map(({ text }) => text).join()).toContain('您已退出')
  })

  test('somebody who is no member has nothing to leave', async () => {
    expect(codeOf(await system.ask(system.newcomer(), 'membership', 'askToLeave', {}))).toBe('NOT_A_MEMBER')
    const { as } = await brought.left(system)
    expect(codeOf(await system.ask(as, 'membership', 'askToLeave', {}))).toBe('NOT_A_MEMBER')
  })

  test('the union’s page tells how many left, and no name', async () => {
    const told = async () => granted(await system.ask(undefined, 'registry', 'unionPage', { union }))
    for (let left = 0; left < 5; left++) await brought.left(system)
    const page = await told()
    expect(page.left?.count).toBeGreaterThanOrEqual(5)
    expect(JSON.stringify(page)).not.toContain('测试人')
  })

  test('of a few who left the union’s page tells no number', async () => {
    const { person } = await brought.left(system)
    const { store } = system.runtime
    await store.transact(async (tx) => {
      const member = await tx.get(memberships, person)
      if (member !== undefined) await tx.put(memberships, { ...member, union: castUnions.newForm.id })
    })
    const page = granted(await system.ask(undefined, 'registry', 'unionPage', { union: castUnions.newForm.id }))
    expect(page.left).toEqual({ since: '2026-08-18', limit: 5 })
  })

  test('whoever left and applies again is approved under the old number, and the history goes on', async () => {
    const member = await joinedMember(system)
    const { memberNumber } = await recordOf(system, member.person)
    aMoment(system)
    granted(await change(system, member.person, changes.leave))
    aMoment(system)
    const form = await formFor(system, member.as, member.worker, situations.workshop)
    const { application } = granted(await system.ask(member.as, 'membership', 'submit', { form }))
    const verdict = { kind: 'approve', committee: { decidedOn: today } }
    granted(await system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict }))
    expect(await recordOf(system, member.person)).toMatchObject({
      state: 'active',
      reason: 'applied-again',
      memberNumber,
    })
    const told = (await historyOf(system, member)).map(({ text }) => text.slice(0, 2))
    expect(told).toEqual(['加入', '退出', '加入'])
  })
})
