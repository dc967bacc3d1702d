import { castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { formFor, situations } from '../../../tests/forms'
import {
  joinedMember,
  leavingMember,
  recordOf,
  tasksOf,
  paper,
  proposedExpulsion,
  taskOf,
} from '../../../tests/members'
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
  street,
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

describe('开除 (M5)', () => {
  const above = castUnions.street.id
  const settle = (task: string, verdict: object, as = street) =>
    system.ask(as, 'membership', 'settleFiling', { union: above, task, verdict })

  test('reported by the committee, filed above; until then the membership stands and the member knows', async () => {
    const member = await proposedExpulsion(system)
    expect(await stateOf(system, member)).toBe('active')
    const { notices } = granted(await system.ask(member.as, 'session', 'me', {}))
    expect(notices.map(({ text }) => text).join()).toContain('备案前会籍不变')
    const seen = granted(await system.ask(street, 'membership', 'filing', { union: above, task: member.task }))
    expect(seen).toMatchObject({ reason: 'criminal', decidedOn: today, unionName: castUnions.factory.name })
    expect(seen.document).toContain('data:image/png;base64,')
    const { underWay } = granted(await system.ask(chair, 'membership', 'member', { union, person: member.person }))
    expect(underWay).toMatchObject([{ kind: 'expulsion-filing', unionName: castUnions.street.name }])
    aMoment(system)
    granted(await settle(member.task, { kind: 'file' }))
    expect(await recordOf(system, member.person)).toMatchObject({ state: 'expelled', reason: 'criminal' })
    const [last] = await historyOf(system, member)
    expect(last).toMatchObject({ text: expect.stringContaining('委员会'), paper: true })
    expect(codeOf(await settle(member.task, { kind: 'file' }))).toBe('TASK_CLOSED')
  })

  test('sent back, everything stays as it was, the committee is told, and may report again', async () => {
    const member = await proposedExpulsion(system)
    const report = { union, person: member.person, reason: 'criminal', decidedOn: today, document: paper }
    expect(codeOf(await system.ask(chair, 'membership', 'proposeExpulsion', report))).toBe('EXPULSION_PROPOSED')
    granted(await settle(member.task, { kind: 'send-back', objection: 'document-unclear' }))
    expect(await stateOf(system, member)).toBe('active')
    const { notices } = granted(await system.ask(chair, 'session', 'me', {}))
    expect(notices.map(({ text }) => text).join()).toContain('材料照片看不清')
    granted(await system.ask(chair, 'membership', 'proposeExpulsion', report))
    granted(await settle(await taskOf(system, member.person, 'expulsion-filing'), { kind: 'file' }))
    expect(await stateOf(system, member)).toBe('expelled')
  })

  test('the union that decided cannot file its own report', async () => {
    const { task } = await proposedExpulsion(system)
    expect(
      codeOf(await system.ask(chair, 'membership', 'settleFiling', { union, task, verdict: { kind: 'file' } })),
    ).toBe('NOT_FOUND')
  })

  test('somebody expelled who applies again is not approved, and the officer reads why', async () => {
    const member = await brought.expelled(system)
    const form = await formFor(system, member.as, member.worker, situations.workshop)
    const { application } = granted(await system.ask(member.as, 'membership', 'submit', { form }))
    const verdict = { kind: 'approve', committee: { decidedOn: today } }
    const answer = await system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict })
    expect(codeOf(answer)).toBe('EXPELLED_BEFORE')
  })
})
