import { castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { formFor, situations } from '../../../tests/forms'
import { paper, proposedExpulsion, recordOf, taskOf } from '../../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { union, chair, street, today, start, brought, aMoment, stateOf, historyOf } from './life.fixture'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
beforeEach(() => system.travel(isoTime(start)))
afterAll(() => system.close())

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
