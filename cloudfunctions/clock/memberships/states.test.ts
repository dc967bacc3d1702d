import { castUnions } from '../../../local/demo/personas'
import { succeed } from '../../../shared/core/outcome'
import { isoTime } from '../../../shared/core/time'
import { membershipMachine, type MembershipState } from '../../../shared/membership/life'
import { formFor, situations } from '../../../tests/forms'
import { inOffice, signedInBrowser } from '../../../tests/faults/ready'
import {
  endedMember,
  joinedMember,
  leavingMember,
  paper,
  proposedExpulsion,
  recordOf,
  taskOf,
  tasksOf,
} from '../../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { runClock } from '../jobs'
import { accountOf } from '../../_kernel/caller'
import { accounts } from '../../_kernel/records/accounts'
import { fileUses } from '../../_kernel/records/file-uses'
import { memberships, membershipEvents } from '../../_kernel/records/memberships'
import { officers } from '../../_kernel/records/registry'

const union = castUnions.factory.id
const [chair, street] = ['demo-factory-chair', 'demo-street']
const today = '2026-11-18'
const start = Date.parse('2026-11-18T02:00:00.000Z')
/** Entries of one instant stand in no order: what comes after takes a moment. */
const aMoment = () => system.travel(isoTime(Date.parse(system.runtime.now()) + 1_000))
const later = (days: number) => isoTime(start + days * 86_400_000)
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
beforeEach(() => system.travel(isoTime(start)))
afterAll(() => system.close())

type Member = Awaited<ReturnType<typeof joinedMember>>
const change = (person: string, of: object, as = chair, more: object = {}) =>
  system.ask(as, 'membership', 'changeMembership', { union, person, change: of, ...more })
const stateOf = async ({ person }: Pick<Member, 'person'>) => (await recordOf(system, person)).state
const historyOf = async ({ as }: Pick<Member, 'as'>) =>
  granted(await system.ask(as, 'membership', 'myMembership', {})).membership?.history ?? []

const changes = {
  retain: { kind: 'retain', reason: 'retired', on: today },
  resume: { kind: 'resume', on: today },
  leave: { kind: 'leave', on: today },
  decease: { kind: 'decease', on: today },
} as const

/** Somebody in each state, brought there by the procedures themselves. */
const brought: Readonly<Record<MembershipState, () => Promise<Member>>> = {
  active: () => joinedMember(system),
  retained: async () => {
    const member = await joinedMember(system)
    granted(await change(member.person, changes.retain))
    return member
  },
  left: () => endedMember(system),
  expelled: async () => {
    const member = await proposedExpulsion(system)
    const input = { union: castUnions.street.id, task: member.task, verdict: { kind: 'file' } }
    granted(await system.ask(street, 'membership', 'settleFiling', input))
    return member
  },
  deceased: async () => {
    const member = await joinedMember(system)
    granted(await change(member.person, changes.decease))
    return member
  },
}

describe('every change in every state (M1)', () => {
  const states: readonly MembershipState[] = ['active', 'retained', 'left', 'expelled', 'deceased']
  const kinds = ['retain', 'resume', 'leave', 'decease'] as const
  test.each(states.flatMap((state) => kinds.map((kind) => [state, kind] as const)))(
    'somebody %s: %s does as the machine says, for the officer of the union and for nobody else',
    async (state, kind) => {
      const member = await brought[state]()
      const before = await recordOf(system, member.person)
      const { as: clerk } = await inOffice(system, union, 'clerk')
      for (const nobody of [member.as, clerk, street, 'demo-newform-chair'])
        expect(codeOf(await change(member.person, changes[kind], nobody))).toBe('NOT_ALLOWED')
      expect(await recordOf(system, member.person)).toEqual(before)

      const next = membershipMachine[state][kind]
      const answer = await change(member.person, changes[kind])
      expect(codeOf(answer)).toBe('refuse' in next ? next.refuse : 'OK')
      const after = await recordOf(system, member.person)
      expect(after.state).toBe('to' in next ? next.to : state)
      expect({ number: after.memberNumber, since: after.since }).toEqual({
        number: before.memberNumber,
        since: before.since,
      })
    },
  )

  test('an officer of another union does not find the member under their own', async () => {
    const { person } = await joinedMember(system)
    const input = { union: castUnions.newForm.id, person, change: changes.retain }
    expect(codeOf(await system.ask('demo-newform-chair', 'membership', 'changeMembership', input))).toBe('NOT_FOUND')
  })
})

describe('a recorded change', () => {
  test.each([
    ['2026-11-19', 'tomorrow'],
    ['2026-11-17', 'the day before joining'],
  ])('cannot be of %s (%s)', async (on) => {
    const { person } = await joinedMember(system)
    expect(await change(person, { ...changes.retain, on })).toMatchObject({
      code: 'DAY_INVALID',
      fields: { 'change.on': expect.any(String) },
    })
  })

  test('stands in the history with reason, clause and paper, is told to the member, and says what it means', async () => {
    const member = await joinedMember(system)
    aMoment()
    granted(await change(member.person, changes.retain, chair, { document: paper }))
    const [last] = await historyOf(member)
    expect(last).toMatchObject({ text: `会籍保留在${castUnions.factory.name}（退休）`, paper: true })
    expect(last?.clause).toContain('保留会籍')
    const { notices, standing } = granted(await system.ask(member.as, 'session', 'me', {}))
    expect(notices.map(({ text }) => text).join()).toContain('没有选举权')
    expect(standing).toMatchObject({ kind: 'member', retained: true })
    const [event] = (
      await system.runtime.store.find(membershipEvents, {
        index: 'byPerson',
        equals: { person: member.person },
        order: 'descending',
      })
    ).documents
    expect(event).toMatchObject({ by: accountOf(chair, system.runtime), reason: 'retired' })
    expect(await system.runtime.store.get(fileUses, event?.document ?? '')).toMatchObject({
      collection: 'membershipEvents',
      record: event?._id,
    })
  })

  test('with a paper that is no picture is refused, and nothing changes', async () => {
    const member = await joinedMember(system)
    const document = Buffer.from('not a picture').toString('base64')
    expect(codeOf(await change(member.person, changes.retain, chair, { document }))).toBe('DOCUMENT_INVALID')
    expect(await stateOf(member)).toBe('active')
  })

  test('of a death ends offices and desks, and leaves the record where it is', async () => {
    const member = await joinedMember(system)
    const { runtime } = system
    const account = accountOf(member.as, runtime)
    const { officer } = await inOfficeAs(member.as)
    const desk = await signedInBrowser(system, member.as)
    granted(await desk.ask('session', 'me', {}))
    system.travel(isoTime(start + 60_000))
    granted(await change(member.person, changes.decease))
    expect(codeOf(await system.ask(member.as, 'membership', 'roster', { union }))).toBe('NOT_ALLOWED')
    expect(codeOf(await desk.ask('session', 'me', {}))).toBe('NOT_SIGNED_IN')
    expect((await runtime.store.get(accounts, account))?.person).toBe(member.person)
    expect(officer).toContain(account)
    const { standing, offices } = granted(await system.ask(member.as, 'session', 'me', {}))
    expect({ standing, offices }).toMatchObject({ standing: { kind: 'ended', state: 'deceased' }, offices: [] })
  })

  test('of leaving lets a clerk go on: nobody asks whether an officer is a member', async () => {
    const member = await joinedMember(system)
    await inOfficeAs(member.as)
    granted(await change(member.person, changes.leave))
    expect(codeOf(await system.ask(member.as, 'membership', 'roster', { union }))).toBe('OK')
  })
})

/** Puts a member’s own account into office. */
async function inOfficeAs(as: string) {
  const { runtime } = system
  const account = accountOf(as, runtime)
  const officer = `${union}:${account}`
  const name = runtime.sealer.seal({ collection: 'officers', id: officer, field: 'name' }, '某人')
  const since = isoTime(Date.parse('2025-01-01T00:00:00.000Z'))
  await runtime.store.transact(async (tx) => {
    await tx.put(officers, { _id: officer, union, account, role: 'clerk', name, shown: false, since })
    return succeed(undefined)
  })
  return { officer }
}

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
    expect(await stateOf(member)).toBe('active')
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
    expect(await stateOf(member)).toBe('active')
    system.travel(later(8))
    await runClock(system.runtime)
    expect(await recordOf(system, member.person)).toMatchObject({ state: 'left', reason: 'own-request' })
    expect((await tasksOf(system, member.person, 'leave-request'))[0]).toMatchObject({ state: 'done' })
    const { notices } = granted(await system.ask(member.as, 'session', 'me', {}))
    expect(notices.map(({ text }) => text).join()).toContain('您已退出')
  })

  test('somebody who is no member has nothing to leave', async () => {
    expect(codeOf(await system.ask(system.newcomer(), 'membership', 'askToLeave', {}))).toBe('NOT_A_MEMBER')
    const { as } = await brought.left()
    expect(codeOf(await system.ask(as, 'membership', 'askToLeave', {}))).toBe('NOT_A_MEMBER')
  })

  test('the union’s page tells how many left, and no name', async () => {
    const told = async () => granted(await system.ask(undefined, 'registry', 'unionPage', { union }))
    for (let left = 0; left < 5; left++) await brought.left()
    const page = await told()
    expect(page.left?.count).toBeGreaterThanOrEqual(5)
    expect(JSON.stringify(page)).not.toContain('测试人')
  })

  test('of a few who left the union’s page tells no number', async () => {
    const { person } = await brought.left()
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
    aMoment()
    granted(await change(member.person, changes.leave))
    aMoment()
    const form = await formFor(system, member.as, member.worker, situations.workshop)
    const { application } = granted(await system.ask(member.as, 'membership', 'submit', { form }))
    const verdict = { kind: 'approve', committee: { decidedOn: today } }
    granted(await system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict }))
    expect(await recordOf(system, member.person)).toMatchObject({
      state: 'active',
      reason: 'applied-again',
      memberNumber,
    })
    const told = (await historyOf(member)).map(({ text }) => text.slice(0, 2))
    expect(told).toEqual(['加入', '退出', '加入'])
  })
})

describe('开除 (M5)', () => {
  const above = castUnions.street.id
  const settle = (task: string, verdict: object, as = street) =>
    system.ask(as, 'membership', 'settleFiling', { union: above, task, verdict })

  test('reported by the committee, filed above; until then the membership stands and the member knows', async () => {
    const member = await proposedExpulsion(system)
    expect(await stateOf(member)).toBe('active')
    const { notices } = granted(await system.ask(member.as, 'session', 'me', {}))
    expect(notices.map(({ text }) => text).join()).toContain('备案前会籍不变')
    const seen = granted(await system.ask(street, 'membership', 'filing', { union: above, task: member.task }))
    expect(seen).toMatchObject({ reason: 'criminal', decidedOn: today, unionName: castUnions.factory.name })
    expect(seen.document).toContain('data:image/png;base64,')
    const { underWay } = granted(await system.ask(chair, 'membership', 'member', { union, person: member.person }))
    expect(underWay).toMatchObject([{ kind: 'expulsion-filing', unionName: castUnions.street.name }])
    aMoment()
    granted(await settle(member.task, { kind: 'file' }))
    expect(await recordOf(system, member.person)).toMatchObject({ state: 'expelled', reason: 'criminal' })
    const [last] = await historyOf(member)
    expect(last).toMatchObject({ text: expect.stringContaining('委员会'), paper: true })
    expect(codeOf(await settle(member.task, { kind: 'file' }))).toBe('TASK_CLOSED')
  })

  test('sent back, everything stays as it was, the committee is told, and may report again', async () => {
    const member = await proposedExpulsion(system)
    const report = { union, person: member.person, reason: 'criminal', decidedOn: today, document: paper }
    expect(codeOf(await system.ask(chair, 'membership', 'proposeExpulsion', report))).toBe('EXPULSION_PROPOSED')
    granted(await settle(member.task, { kind: 'send-back', objection: 'document-unclear' }))
    expect(await stateOf(member)).toBe('active')
    const { notices } = granted(await system.ask(chair, 'session', 'me', {}))
    expect(notices.map(({ text }) => text).join()).toContain('材料照片看不清')
    granted(await system.ask(chair, 'membership', 'proposeExpulsion', report))
    granted(await settle(await taskOf(system, member.person, 'expulsion-filing'), { kind: 'file' }))
    expect(await stateOf(member)).toBe('expelled')
  })

  test('the union that decided cannot file its own report', async () => {
    const { task } = await proposedExpulsion(system)
    expect(
      codeOf(await system.ask(chair, 'membership', 'settleFiling', { union, task, verdict: { kind: 'file' } })),
    ).toBe('NOT_FOUND')
  })

  test('somebody expelled who applies again is not approved, and the officer reads why', async () => {
    const member = await brought.expelled()
    const form = await formFor(system, member.as, member.worker, situations.workshop)
    const { application } = granted(await system.ask(member.as, 'membership', 'submit', { form }))
    const verdict = { kind: 'approve', committee: { decidedOn: today } }
    const answer = await system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict })
    expect(codeOf(answer)).toBe('EXPELLED_BEFORE')
  })
})

describe('恢复 (M6)', () => {
  test('a union above takes back what was recorded in error; the union itself cannot, nor one beside it', async () => {
    const { person, memberNumber } = await endedMember(system)
    const reinstate = (as: string, by: string) =>
      system.ask(as, 'membership', 'reinstateMembership', { union: by, person })
    const find = (as: string, by: string) => system.ask(as, 'membership', 'findEnded', { union: by, memberNumber })
    for (const [as, by] of [
      [chair, union],
      ['demo-newform-chair', castUnions.newForm.id],
    ] as const)
      expect([codeOf(await reinstate(as, by)), codeOf(await find(as, by))]).toEqual(['NOT_FOUND', 'NOT_FOUND'])
    expect(granted(await find(street, castUnions.street.id))).toMatchObject({ person, state: 'left' })
    granted(await reinstate(street, castUnions.street.id))
    expect(await stateOf({ person })).toBe('active')
    expect(codeOf(await reinstate(street, castUnions.street.id))).toBe('STILL_MEMBER_HERE')
    expect(codeOf(await find(street, castUnions.street.id))).toBe('NOT_FOUND')
  })
})

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
    aMoment()
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
    granted(await change(person, { kind: 'decease', on: '2026-11-20' }))
    expect(codeOf(await settle(task, { kind: 'renewed', until: '2027-11-30' }))).toBe('TASK_CLOSED')
  })
})
