import { castPeople, castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { formFor, identityOf, sent, situations, somebody } from '../../../tests/forms'
import { codeOf, granted, openTestSystem, type TestBrowser, type TestSystem } from '../../../tests/system'
import { accountOf } from '../../_kernel/caller'
import { accounts } from '../../_kernel/records/accounts'
import { applications, claims, drafts } from '../../_kernel/records/applications'
import { dataRequests } from '../../_kernel/records/data-requests'
import { persons } from '../../_kernel/records/persons'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem()
})
afterEach(() => system.close())

const { known } = castPeople

/** The member of the demo world, on a phone of their own. */
async function member(): Promise<string> {
  const as = system.newcomer()
  await system.verifyPhone(as, known.mobile)
  const { mobile: _, ...identity } = identityOf(known)
  granted(await system.ask(as, 'membership', 'bindMine', { identity }))
  return as
}

async function personOfKnown(): Promise<string> {
  const { rows } = granted(await system.ask(chair, 'membership', 'roster', { union, search: known.name }))
  return rows[0]?.person ?? ''
}

describe('what is stored about me', () => {
  test('a member reads all of it, numbers masked', async () => {
    const as = await member()
    const about = granted(await system.ask(as, 'membership', 'aboutMe', {}))
    expect(about.person).toMatchObject({ name: known.name, number: expect.stringMatching(/^3\*+[0-9X]$/) })
    expect(about.membership).toMatchObject({ unionName: castUnions.factory.name, state: 'active' })
    expect(about.membership?.history.map(({ text }) => text)).toContain('绑定了微信')
    expect(about.account.mobile).toMatch(/^154\*{4}\d{4}$/)
    expect(JSON.stringify(about)).not.toContain(known.number)
    expect(JSON.stringify(about)).not.toContain(known.mobile)
  })

  test('an applicant reads the application, the consents with their versions, and the draft', async () => {
    const as = system.newcomer()
    const who = somebody()
    await sent(system, as, who, situations.workshop)
    granted(await system.ask(as, 'membership', 'saveDraft', { draft: { step: 'start', answers: {} } }))
    const about = granted(await system.ask(as, 'membership', 'aboutMe', {}))
    expect(about.applications).toEqual([expect.objectContaining({ name: who.name, state: 'submitted' })])
    expect(about.consents.map(({ kind, version }) => [kind, version])).toEqual([
      ['privacy-notice', 'privacy-2026-11-2'],
      ['sensitive-data', 'privacy-2026-11-2'],
    ])
    expect(about.draftSavedAt).toBeDefined()
  })

  test('somebody whom nobody knows reads that there is nothing', async () => {
    expect(granted(await system.ask(system.newcomer(), 'membership', 'aboutMe', {}))).toEqual({
      account: {},
      applications: [],
      certificates: [],
      signUps: [],
      consents: [],
      offices: [],
      desks: [],
      notices: [],
      requests: [],
      unionApplications: [],
    })
  })
})

describe('taking it along', () => {
  test('on the phone: whole values, and the trail says so', async () => {
    const as = await member()
    const { data } = granted(await system.ask(as, 'membership', 'exportMine', {}))
    expect(data.person).toMatchObject({ number: known.number, mobile: known.mobile })
    const { entries } = granted(await system.ask(as, 'membership', 'trail', {}))
    expect(entries).toContainEqual(expect.objectContaining({ action: 'data.export', by: 'me' }))
  })

  test('at a desk: only with the code that the phone confirmed, once', async () => {
    const as = await member()
    const desk = await signedIn(as)
    expect(codeOf(await desk.ask('membership', 'exportMine', {}))).toBe('CONFIRMATION_MISSING')
    const confirmation = await confirmed(desk, as, { kind: 'export-mine' })
    expect(granted(await desk.ask('membership', 'exportMine', { confirmation })).data.person?.number).toBe(known.number)
    expect(codeOf(await desk.ask('membership', 'exportMine', { confirmation }))).toBe('CONFIRMATION_MISSING')
  })
})

describe('a whole value of a member', () => {
  test('is shown to the chair for a purpose, and the member reads that it was', async () => {
    const as = await member()
    const person = await personOfKnown()
    const input = { union, person, value: 'number', reason: '给他办住院补贴' }
    expect(granted(await system.ask(chair, 'membership', 'reveal', input))).toEqual({ value: known.number })
    expect(codeOf(await system.ask(chair, 'membership', 'reveal', { ...input, reason: '' }))).toBe('BAD_INPUT')
    const { entries } = granted(await system.ask(as, 'membership', 'trail', {}))
    expect(entries).toContainEqual(
      expect.objectContaining({ action: 'reveal.number', by: 'officer', unionName: castUnions.factory.name }),
    )
  })

  test('at the desk only after the phone confirmed exactly this', async () => {
    const person = await personOfKnown()
    const desk = await signedIn(chair)
    const input = { union, person, value: 'mobile', reason: '通知领慰问品' }
    expect(codeOf(await desk.ask('membership', 'reveal', input))).toBe('CONFIRMATION_MISSING')
    const other = await confirmed(desk, chair, { kind: 'reveal', union, person, value: 'number' })
    expect(codeOf(await desk.ask('membership', 'reveal', { ...input, confirmation: other }))).toBe(
      'CONFIRMATION_MISSING',
    )
    const mine = await confirmed(desk, chair, { kind: 'reveal', union, person, value: 'mobile' })
    const elsewhere = await signedIn(chair)
    expect(codeOf(await elsewhere.ask('membership', 'reveal', { ...input, confirmation: mine }))).toBe(
      'CONFIRMATION_MISSING',
    )
    expect(granted(await desk.ask('membership', 'reveal', { ...input, confirmation: mine })).value).toBe(known.mobile)
  })

  test('not of another union’s member', async () => {
    const person = await personOfKnown()
    const input = { union: castUnions.newForm.id, person, value: 'number', reason: '看看' }
    expect(codeOf(await system.ask('demo-newform-chair', 'membership', 'reveal', input))).toBe('NOT_FOUND')
  })
})

test('the trail tells a member who looked, once a day for each', async () => {
  const as = await member()
  const person = await personOfKnown()
  for (let times = 0; times < 3; times++) granted(await system.ask(chair, 'membership', 'member', { union, person }))
  const seen = async () =>
    granted(await system.ask(as, 'membership', 'trail', {})).entries.filter(({ action }) => action === 'member.view')
  expect(await seen()).toHaveLength(1)
  system.travel(isoTime(Date.parse('2026-11-19T02:00:00.000Z')))
  granted(await system.ask(chair, 'membership', 'member', { union, person }))
  expect(await seen()).toHaveLength(2)
  expect(granted(await system.ask(system.newcomer(), 'membership', 'trail', {})).entries).toEqual([])
})

describe('a correction', () => {
  const ask = (as: string, field: string, should: string) =>
    system.ask(as, 'membership', 'requestCorrection', { field, should })
  const waiting = async () => granted(await system.ask(chair, 'membership', 'requests', { union })).rows
  const settle = (request: string, verdict: object) =>
    system.ask(chair, 'membership', 'settleRequest', { union, request, verdict })

  test.each([
    ['name', '郑德珊', { name: '郑德珊' }],
    ['mobile', '154 2026 9999', { mobile: '154****9999' }],
    ['education', 'college', { education: 'college' }],
    ['household', 'urban', { household: 'urban' }],
  ] as const)('of the %s is asked, checked, carried out, and told', async (field, should, expected) => {
    const as = await member()
    expect(granted(await ask(as, field, should))).toEqual({
      dueOn: '2026-12-09',
      unionName: castUnions.factory.name,
    })
    const [row] = await waiting()
    expect(row).toMatchObject({ kind: 'correction', field, name: known.name, workingDaysLeft: 15 })
    granted(await settle(row?.request ?? '', { kind: 'done' }))
    expect(granted(await system.ask(as, 'membership', 'aboutMe', {})).person).toMatchObject(expected)
    const { rows } = granted(
      await system.ask(chair, 'membership', 'roster', { union, search: field === 'name' ? should : known.name }),
    )
    expect(rows).toHaveLength(1)
    expect(granted(await system.ask(as, 'session', 'me', {})).notices[0]?.text).toContain('已经办好')
    expect(await waiting()).toEqual([])
    expect(codeOf(await settle(row?.request ?? '', { kind: 'done' }))).toBe('REQUEST_SETTLED')
  })

  test('of a phone number does not let its new owner in the same day', async () => {
    const as = await member()
    granted(await ask(as, 'mobile', '15420269999'))
    granted(await settle((await waiting())[0]?.request ?? '', { kind: 'done' }))
    const person = await system.runtime.store.get(persons, await personOfKnown())
    expect(person?.mobileEditedAt).toBeDefined()
    const thief = system.newcomer()
    await system.verifyPhone(thief, '15420269999')
    const { mobile: _, ...identity } = identityOf(known)
    expect(granted(await system.ask(thief, 'membership', 'bindMine', { identity })).outcome).toBe('not-here')
  })

  test('may be declined with a reason, which the member reads', async () => {
    const as = await member()
    granted(await ask(as, 'name', '郑大山'))
    granted(await settle((await waiting())[0]?.request ?? '', { kind: 'declined', reason: '身份证上是郑德山' }))
    const about = granted(await system.ask(as, 'membership', 'aboutMe', {}))
    expect(about.requests).toEqual([
      expect.objectContaining({ state: 'declined', reason: '身份证上是郑德山', should: '郑大山' }),
    ])
    expect(about.person?.name).toBe(known.name)
  })

  test('is asked once at a time, and by somebody who is on file', async () => {
    const as = await member()
    granted(await ask(as, 'name', '郑大山'))
    expect(codeOf(await ask(as, 'name', '郑小山'))).toBe('REQUEST_OPEN')
    expect(codeOf(await ask(as, 'mobile', '123'))).toBe('MOBILE_INVALID')
    expect(codeOf(await ask(system.newcomer(), 'name', '某某'))).toBe('NOTHING_ON_FILE')
  })

  test('lies sealed, and belongs to no other union', async () => {
    const as = await member()
    granted(await ask(as, 'name', '郑大山'))
    const { documents } = await system.runtime.store.find(dataRequests, {
      index: 'byUnion',
      equals: { union, state: 'open' },
    })
    expect(JSON.stringify(documents)).not.toMatch(/郑/)
    const request = documents[0]?._id ?? ''
    const elsewhere = { union: castUnions.newForm.id, request, verdict: { kind: 'done' } }
    expect(codeOf(await system.ask('demo-newform-chair', 'membership', 'settleRequest', elsewhere))).toBe('NOT_FOUND')
  })
})

describe('taking consent back', () => {
  test('deletes at once what an applicant has sent, and lets them apply again', async () => {
    const as = system.newcomer()
    const who = somebody()
    await system.verifyPhone(as, who.mobile)
    const { application } = await sent(system, as, who, situations.workshop)
    granted(await system.ask(as, 'membership', 'saveDraft', { draft: { step: 'start', answers: {} } }))
    expect(granted(await system.ask(as, 'membership', 'withdrawConsent', {}))).toEqual({ outcome: 'erased' })

    const { store } = system.runtime
    const account = accountOf(as, system.runtime)
    expect(await store.get(applications, application)).toBeUndefined()
    expect(await store.get(claims, `account:${account}`)).toBeUndefined()
    expect(await store.get(drafts, account)).toBeUndefined()
    expect(await store.get(accounts, account)).toBeUndefined()
    expect(
      codeOf(
        await system.ask(as, 'membership', 'submit', { form: await formFor(system, as, who, situations.workshop) }),
      ),
    ).toBe('OK')
  })

  test('of a member is a request to the union, as the roster does not rest on consent alone', async () => {
    const as = await member()
    expect(granted(await system.ask(as, 'membership', 'withdrawConsent', {}))).toMatchObject({ outcome: 'asked' })
    expect(codeOf(await system.ask(as, 'membership', 'withdrawConsent', {}))).toBe('REQUEST_OPEN')
    expect(granted(await system.ask(as, 'session', 'me', {})).standing.kind).toBe('member')
    const { rows } = granted(await system.ask(chair, 'membership', 'requests', { union }))
    expect(rows).toEqual([expect.objectContaining({ kind: 'erasure', name: known.name })])
    const done = { union, request: rows[0]?.request ?? '', verdict: { kind: 'done' } }
    expect(codeOf(await system.ask(chair, 'membership', 'settleRequest', done))).toBe('STILL_MEMBER')
  })
})

async function signedIn(as: string): Promise<TestBrowser> {
  const browser = system.browser()
  const { code, number } = granted(await browser.ask('session', 'openSignIn', {}))
  granted(await system.ask(as, 'session', 'answerConfirmation', { code, answer: { kind: 'pick', number } }))
  granted(await browser.ask('session', 'collectSignIn', { code }))
  return browser
}

async function confirmed(browser: TestBrowser, as: string, act: object): Promise<string> {
  const { code, number } = granted(await browser.ask('session', 'askConfirmation', { act }))
  granted(await system.ask(as, 'session', 'answerConfirmation', { code, answer: { kind: 'pick', number } }))
  return code
}
