import { accountOf } from '../_kernel/caller'
import { accounts } from '../_kernel/records/accounts'
import { memberNumbers, membershipEvents, memberships } from '../_kernel/records/memberships'
import { auditEntries } from '../_kernel/records/upkeep'
import { units, unions } from '../_kernel/records/registry'
import { succeed } from '../../shared/core/outcome'
import { isoTime } from '../../shared/core/time'
import { castPeople, castUnions, castUnits } from '../../local/demo/personas'
import { formFor, sent, situations, somebody } from '../../tests/forms'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../tests/system'

const factory = castUnions.factory.id
const newForm = castUnions.newForm.id
const chair = 'demo-factory-chair'
const newFormChair = 'demo-newform-chair'
const approve = { kind: 'approve', committee: { decidedOn: '2026-11-18' } } as const

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

const decide = (as: string, union: string, application: string, verdict: unknown, seen = 1, requestId?: string) =>
  system.ask(as, 'membership', 'decide', { union, application, seen, verdict }, requestId)
const membershipOf = async (as: string) => {
  const account = await system.runtime.store.get(accounts, accountOf(as, system.runtime))
  return account?.person === undefined ? undefined : system.runtime.store.get(memberships, account.person)
}

describe('the chair approves', () => {
  test('and the worker is a member: person, number, membership, history and the account’s tie in one go', async () => {
    const as = system.newcomer()
    const { application } = await sent(system, as, somebody(), situations.workshop)
    const { state, memberNumber } = granted(await decide(chair, factory, application, approve))
    expect(state).toBe('approved')
    expect(memberNumber).toMatch(/^3702\d{8}$/)

    const membership = await membershipOf(as)
    expect(membership).toMatchObject({
      union: factory,
      state: 'active',
      memberNumber,
      since: '2026-11-18',
      unit: castUnits.factory.id,
      employment: '在岗',
    })
    expect(await system.runtime.store.get(memberNumbers, memberNumber ?? '')).toEqual({
      _id: memberNumber,
      person: membership?._id,
    })
    const events = await system.runtime.store.find(membershipEvents, {
      index: 'byPerson',
      equals: { person: membership?._id },
    })
    expect(events.documents).toMatchObject([{ kind: 'joined', union: factory, decidedOn: '2026-11-18', application }])
    const me = granted(await system.ask(as, 'session', 'me', {}))
    expect(me.standing).toMatchObject({ kind: 'member', unionName: castUnions.factory.name, memberNumber })
    expect(me.notices[0]?.text).toContain('已经批准')
  })

  test('the entry says on whose behalf, and the committee’s date and note stay with the application', async () => {
    const { application } = await sent(system, system.newcomer(), somebody(), situations.workshop)
    granted(
      await decide(chair, factory, application, {
        kind: 'approve',
        committee: { decidedOn: '2026-11-18', note: '第 12 次会议' },
      }),
    )
    const seen = granted(await system.ask(chair, 'membership', 'openApplication', { union: factory, application }))
    expect(seen.committee).toEqual({ decidedOn: '2026-11-18', note: '第 12 次会议' })
    const entries = await system.runtime.store.find(auditEntries, {
      index: 'bySubject',
      equals: { subject: application },
    })
    expect(entries.documents.filter(({ action }) => action === 'application.approve')).toMatchObject([
      { action: 'application.approve', onBehalfOf: `committee:${factory}`, actor: accountOf(chair, system.runtime) },
    ])
  })

  test('the union above sees the letter as its second copy (003 annex 2)', async () => {
    const { application } = await sent(system, system.newcomer(), somebody(), situations.workshop)
    const copy = () => system.ask('demo-street', 'membership', 'letterCopy', { union: factory, application })
    expect(codeOf(await copy())).toBe('NOT_FOUND')
    granted(await decide(chair, factory, application, approve))
    expect(granted(await copy())).toMatchObject({
      name: '测试人',
      unionName: castUnions.factory.name,
      committee: { decidedOn: '2026-11-18' },
    })
    const { rows } = granted(await system.ask('demo-street', 'membership', 'letters', { union: castUnions.street.id }))
    expect(rows.map((row) => row.application)).toContain(application)
  })

  test.each([
    ['tomorrow', '2026-11-19'],
    ['before the application was sent', '2026-11-17'],
  ])('a committee that met %s is refused', async (_, decidedOn) => {
    const { application } = await sent(system, system.newcomer(), somebody(), situations.workshop)
    expect(codeOf(await decide(chair, factory, application, { kind: 'approve', committee: { decidedOn } }))).toBe(
      'COMMITTEE_DATE_INVALID',
    )
  })

  test('an application that changed since it was read is not decided', async () => {
    const { application } = await sent(system, system.newcomer(), somebody(), situations.workshop)
    expect(codeOf(await decide(chair, factory, application, approve, 7))).toBe('APPLICATION_CHANGED')
  })

  test('a member’s number is refused, whoever typed it', async () => {
    const { application } = await sent(system, system.newcomer(), castPeople.onFile, situations.workshop)
    const seen = granted(await system.ask(chair, 'membership', 'openApplication', { union: factory, application }))
    expect(seen.duplicate).toBe('already-member')
    expect(codeOf(await decide(chair, factory, application, approve))).toBe('ALREADY_MEMBER')
  })

  test('the route is computed again: a worker whose restaurant founded a union meanwhile is not for the street any more', async () => {
    const as = system.newcomer()
    const { application, form } = await sent(system, as, somebody(), situations.restaurant)
    const union = form.choice.kind === 'offered' ? form.choice.union : ''
    const { store } = system.runtime
    const [unit, host] = await Promise.all([store.get(units, castUnits.restaurant.id), store.get(unions, factory)])
    if (unit === undefined || host === undefined) throw new Error('the cast is not on stage')
    const founded = { ...host, _id: castUnions.community.id, hostUnit: unit._id }
    const own = {
      ...founded,
      _id: (await import('../../shared/core/ids')).UnionId.parse('union-laojie'),
      name: '栈桥里面馆工会',
    }
    await store.transact(async (tx) => {
      await tx.put(unions, { ...own, line: [own._id, ...host.line.slice(1)] })
      await tx.put(units, { ...unit, union: own._id })
      return succeed(undefined)
    })
    const chairOf = (
      await store.find((await import('../_kernel/records/registry')).officers, {
        index: 'byUnion',
        equals: { union: (await import('../../shared/core/ids')).UnionId.parse(union), role: 'chair' },
      })
    ).documents[0]
    expect(chairOf).toBeDefined()
    const verdict = await membershipAnswer(chairOf?.account ?? '', union, application)
    expect(verdict.error?.code).toBe('UNION_NOT_OFFERED')
  })

  async function membershipAnswer(account: string, union: string, application: string) {
    const { membershipFunction } = await import('./function')
    const { AccountId } = await import('../../shared/core/ids')
    return membershipFunction.answer(
      {
        procedure: 'decide',
        input: { union, application, seen: 1, verdict: approve },
        requestId: 'decide-as-chair-01',
      },
      { account: AccountId.parse(account) },
      system.runtime,
    )
  }
})

describe('the chair sends it back', () => {
  test('the worker reads why, mends the slip and is approved', async () => {
    const as = system.newcomer()
    const worker = somebody()
    const slip = { ...worker, name: '测式人' }
    const { application } = await sent(system, as, slip, situations.workshop)
    granted(
      await decide(chair, factory, application, { kind: 'return', reasons: ['name'], note: '姓名和身份证不一样' }),
    )

    const returned = granted(await system.ask(as, 'membership', 'mine', {})).application
    expect(returned).toMatchObject({
      state: 'returned',
      returnedFor: { reasons: ['name'], note: '姓名和身份证不一样' },
    })
    expect(returned?.answers?.identity.number).toBe(worker.number)
    expect(codeOf(await decide(chair, factory, application, approve, 2))).toBe('APPLICATION_CHANGED')

    const form = await formFor(system, as, worker, situations.workshop)
    granted(await system.ask(as, 'membership', 'resubmit', { application, seen: 2, form }))
    granted(await decide(chair, factory, application, approve, 3))
    const kinds = granted(await system.ask(as, 'membership', 'mine', {})).application?.timeline.map(({ kind }) => kind)
    expect(kinds).toEqual(['submitted', 'returned', 'resubmitted', 'approved'])
  })

  test('a rejection gives the number free, with its reason', async () => {
    const as = system.newcomer()
    const worker = somebody()
    const { application } = await sent(system, as, worker, situations.workshop)
    granted(await decide(chair, factory, application, { kind: 'reject', reasons: ['not_employed_here'] }))
    const mine = granted(await system.ask(as, 'membership', 'mine', {})).application
    expect(mine?.timeline.at(-1)).toMatchObject({ kind: 'rejected', reasons: ['不在本会所属单位工作'] })
    expect((await sent(system, as, worker, situations.rider)).unionName).toBe(castUnions.newForm.name)
  })

  test('a return without a reason is bad input', async () => {
    const { application } = await sent(system, system.newcomer(), somebody(), situations.workshop)
    expect(codeOf(await decide(chair, factory, application, { kind: 'return', reasons: [] }))).toBe('BAD_INPUT')
  })
})

describe('many at once', () => {
  test('each row has its own answer, and one refusal stops nobody', async () => {
    const good = await Promise.all(
      [1, 2, 3].map(async () => (await sent(system, system.newcomer(), somebody(), situations.workshop)).application),
    )
    const member = (await sent(system, system.newcomer(), castPeople.onFile, situations.workshop)).application
    const elsewhere = (await sent(system, system.newcomer(), somebody(), situations.rider)).application
    const items = [...good, member, elsewhere].map((application) => ({ application, seen: 1 }))
    const batch = () =>
      system.ask(
        chair,
        'membership',
        'decideBatch',
        { union: factory, committee: approve.committee, items },
        'batch-request-0001',
      )
    const { results } = granted(await batch())
    expect(results.map((row) => (row.ok ? 'OK' : row.code))).toEqual(['OK', 'OK', 'OK', 'ALREADY_MEMBER', 'NOT_FOUND'])
    expect(results[4]).not.toHaveProperty('maskedName')
    expect(granted(await batch()).results).toEqual(results)
  })
})

describe('whoever comes first', () => {
  test('two officers decide at once: one decision, the other is told', async () => {
    const { application } = await sent(system, system.newcomer(), somebody(), situations.workshop)
    const both = await Promise.all([
      decide(chair, factory, application, approve),
      decide(chair, factory, application, { kind: 'reject', reasons: ['other'] }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.map(codeOf)).toEqual(
      expect.arrayContaining(['OK', expect.stringMatching(/^APPLICATION_(CHANGED|CLOSED)$/)]),
    )
  })

  test('approved twice with one requestId, at once and later: one membership, one answer', async () => {
    const { application } = await sent(system, system.newcomer(), somebody(), situations.workshop)
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => decide(chair, factory, application, approve, 1, 'approve-once-0001')),
    )
    const numbers = new Set(
      [...answers, await decide(chair, factory, application, approve, 1, 'approve-once-0001')].map(
        (one) => granted(one).memberNumber,
      ),
    )
    expect(numbers.size).toBe(1)
  })

  test('one person, two accounts, two unions, approved at once: one membership', async () => {
    const worker = somebody()
    const first = await sent(system, system.newcomer(), worker, situations.workshop)
    const second = await sent(system, system.newcomer(), worker, situations.rider)
    const both = await Promise.all([
      decide(newFormChair, newForm, second.application, approve),
      decide(chair, factory, first.application, approve),
    ])
    expect(both.map(codeOf)).toEqual([expect.stringMatching(/^(APPLYING_ELSEWHERE|ALREADY_MEMBER)$/), 'OK'])
    expect(codeOf(await decide(newFormChair, newForm, second.application, approve))).toBe('ALREADY_MEMBER')
  })

  test('withdrawn while the chair decides: one of the two, and the state says which', async () => {
    const as = system.newcomer()
    const { application } = await sent(system, as, somebody(), situations.workshop)
    const [withdrawn, decided] = await Promise.all([
      system.ask(as, 'membership', 'withdraw', { application, seen: 1 }),
      decide(chair, factory, application, approve),
    ])
    expect([withdrawn.ok, decided.ok].filter(Boolean)).toHaveLength(1)
    const state = granted(await system.ask(as, 'membership', 'mine', { application })).application?.state
    expect(state).toBe(decided.ok ? 'approved' : 'withdrawn')
    expect((await membershipOf(as)) !== undefined).toBe(decided.ok)
  })
})

describe('a retained membership is taken up again (R63)', () => {
  test('with the phone verified, the old number and the first day stay', async () => {
    const as = 'demo-retained'
    await system.verifyPhone(as, castPeople.retained.mobile)
    const { application, unionName } = await sent(system, as, castPeople.retained, situations.rider)
    expect(unionName).toBe(castUnions.newForm.name)
    granted(await decide(newFormChair, newForm, application, approve))
    const membership = await membershipOf(as)
    expect(membership).toMatchObject({ union: newForm, state: 'active' })
    expect(membership !== undefined && membership.since < '2026-01-01').toBe(true)
    const events = await system.runtime.store.find(membershipEvents, {
      index: 'byPerson',
      equals: { person: membership?._id },
      order: 'descending',
      limit: 1,
    })
    expect(events.documents).toMatchObject([{ kind: 'resumed', fromUnion: factory }])
  })
})

describe('the upper union decides an objection', () => {
  test('it says which union; that one approves; the clock keeps running', async () => {
    const as = system.newcomer()
    const { application, dueOn } = await sent(system, as, somebody(), situations.dispatched, {
      choice: { kind: 'objection', sentence: '想去派遣公司的工会' },
    })
    const street = castUnions.street.id
    expect(codeOf(await decide('demo-street', street, application, approve))).toBe('ROUTE_UNDECIDED')
    const { unions: offered } = granted(
      await system.ask('demo-street', 'membership', 'assignable', { union: street, application }),
    )
    expect(offered.map(({ union }) => union)).toContain(castUnions.agency.id)
    system.travel(isoTime(Date.parse('2026-11-19T02:00:00.000Z')))
    granted(
      await system.ask('demo-street', 'membership', 'assign', {
        union: street,
        application,
        seen: 1,
        to: castUnions.agency.id,
        reason: '本人意愿，两边都可以',
      }),
    )
    const mine = granted(await system.ask(as, 'membership', 'mine', {})).application
    expect(mine).toMatchObject({ undecided: false, dueOn, union: { union: castUnions.agency.id } })
  })

  test('it cannot hand one to a union that is not below it and was not offered', async () => {
    const { application } = await sent(system, system.newcomer(), somebody(), situations.dispatched, {
      choice: { kind: 'objection', sentence: '说不清楚' },
    })
    const away = { union: castUnions.street.id, application, seen: 1, to: castUnions.battery.id, reason: '试一试' }
    expect(codeOf(await system.ask('demo-street', 'membership', 'assign', away))).toBe('UNION_NOT_OFFERED')
  })
})
