import { randomBytes } from 'node:crypto'
import { castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { auditEntries } from '../../_kernel/records/upkeep'
import { confirmations, deskSessions } from '../../_kernel/records/desk'
import { answerHttp } from '../../_kernel/desk/http-door'
import { accountOf } from '../../_kernel/caller'
import { answerKeysOf } from '../../../src/services/open-answer'
import { codeOf, granted, httpCall, openTestSystem, type TestBrowser, type TestSystem } from '../../../tests/system'
import { sessionFunction } from '../function'

const chair = 'demo-factory-chair'
let system: TestSystem
const start = Date.parse('2026-11-18T02:00:00.000Z')
const wait = (milliseconds: number) => system.travel(isoTime(start + milliseconds))
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
beforeEach(() => wait(0))
afterAll(() => system.close())

async function scanned(browser: TestBrowser, as = chair) {
  const { code, number } = granted(await browser.ask('session', 'openSignIn', {}))
  const answer = (picked: number) =>
    system.ask(as, 'session', 'answerConfirmation', { code, answer: { kind: 'pick', number: picked } })
  return { code, number, answer }
}

async function signedInBrowser(as = chair): Promise<TestBrowser> {
  const browser = system.browser()
  const { code, number, answer } = await scanned(browser, as)
  granted(await answer(number))
  expect(granted(await browser.ask('session', 'collectSignIn', { code })).state).toBe('signed-in')
  return browser
}

const officesSeen = async (browser: TestBrowser) => codeOf(await browser.ask('session', 'me', {}))

describe('a desk browser signs in', () => {
  test('with the phone: it shows what and where, the matching number lets the browser in', async () => {
    const browser = system.browser()
    const { code, number } = granted(await browser.ask('session', 'openSignIn', {}))
    expect(await officesSeen(browser)).toBe('NOT_SIGNED_IN')
    expect(granted(await browser.ask('session', 'collectSignIn', { code })).state).toBe('asked')

    const seen = granted(await system.ask(chair, 'session', 'seeConfirmation', { code }))
    expect(seen).toMatchObject({ act: { kind: 'sign-in' }, where: 'Chrome，Windows，网络 10.20.*.*' })
    expect(seen.choices).toContain(number)
    expect(
      granted(await system.ask(chair, 'session', 'answerConfirmation', { code, answer: { kind: 'pick', number } }))
        .outcome,
    ).toBe('confirmed')

    expect(granted(await browser.ask('session', 'collectSignIn', { code })).state).toBe('signed-in')
    const { offices } = granted(await browser.ask('session', 'me', {}))
    expect(offices.map(({ union }) => union)).toContain(castUnions.factory.id)
  })

  test('with another secret at each step, so that a planted cookie is worth nothing', async () => {
    const browser = system.browser()
    granted(await browser.ask('session', 'openSignIn', {}))
    const planted = browser.cookie()
    const { code, number, answer } = await scanned(browser)
    const shown = browser.cookie()
    granted(await answer(number))
    granted(await browser.ask('session', 'collectSignIn', { code }))
    expect(new Set([planted, shown, browser.cookie()]).size).toBe(3)
    for (const cookie of [planted, shown]) {
      const event = httpCall('/session/me', { input: {} }, system.runtime, cookie)
      expect(JSON.parse((await answerHttp(sessionFunction, event, system.runtime)).body).error.code).toBe(
        'NOT_SIGNED_IN',
      )
    }
  })

  test('not with a wrong number: the code is used up', async () => {
    const browser = system.browser()
    const { code, number, answer } = await scanned(browser)
    expect(granted(await answer(number === 99 ? 98 : number + 1)).outcome).toBe('wrong')
    expect(codeOf(await answer(number))).toBe('CONFIRMATION_GONE')
    expect(granted(await browser.ask('session', 'collectSignIn', { code })).state).toBe('refused')
  })

  test('not where the person says no', async () => {
    const browser = system.browser()
    const { code } = await scanned(browser)
    granted(await system.ask(chair, 'session', 'answerConfirmation', { code, answer: { kind: 'refuse' } }))
    expect(granted(await browser.ask('session', 'collectSignIn', { code })).state).toBe('refused')
  })

  test('not after a minute', async () => {
    const browser = system.browser()
    const { code, number, answer } = await scanned(browser)
    wait(60_000)
    expect(codeOf(await system.ask(chair, 'session', 'seeConfirmation', { code }))).toBe('CONFIRMATION_GONE')
    expect(codeOf(await answer(number))).toBe('CONFIRMATION_GONE')
    expect(granted(await browser.ask('session', 'collectSignIn', { code })).state).toBe('gone')
  })

  test('not in another browser, even one that saw the code', async () => {
    const browser = system.browser()
    const { code, number, answer } = await scanned(browser)
    granted(await answer(number))
    const other = system.browser()
    granted(await other.ask('session', 'openSignIn', {}))
    expect(granted(await other.ask('session', 'collectSignIn', { code })).state).toBe('gone')
    expect(await officesSeen(other)).toBe('NOT_SIGNED_IN')
    expect(granted(await browser.ask('session', 'collectSignIn', { code })).state).toBe('signed-in')
  })

  test('once: a second browser with the same cookie, at the same moment, gets nothing', async () => {
    const browser = system.browser()
    const { code, number, answer } = await scanned(browser)
    granted(await answer(number))
    const cookie = browser.cookie()
    const collect = () =>
      answerHttp(
        sessionFunction,
        httpCall('/session/collectSignIn', { input: { code } }, system.runtime, cookie),
        system.runtime,
      )
    const states = (await Promise.all([collect(), collect(), collect()])).map(({ body }) => JSON.parse(body).data.state)
    expect(states.filter((state) => state === 'signed-in')).toHaveLength(1)
  })

  test('and may not itself confirm anything: that wants the phone', async () => {
    const browser = await signedInBrowser()
    const { code, number } = granted(await browser.ask('session', 'askConfirmation', { act: { kind: 'export-mine' } }))
    expect(codeOf(await browser.ask('session', 'seeConfirmation', { code }))).toBe('PHONE_ONLY')
    expect(codeOf(await browser.ask('session', 'answerConfirmation', { code, answer: { kind: 'pick', number } }))).toBe(
      'PHONE_ONLY',
    )
  })

  test('and the phone cannot open a browser’s sign-in', async () => {
    expect(codeOf(await system.ask(chair, 'session', 'openSignIn', {}))).toBe('BROWSER_ONLY')
    expect(codeOf(await system.ask(chair, 'session', 'askConfirmation', { act: { kind: 'export-mine' } }))).toBe(
      'BROWSER_ONLY',
    )
  })
})

describe('a session', () => {
  test('ends after eight hours, however busy it is', async () => {
    const browser = await signedInBrowser()
    for (let minutes = 50; minutes < 8 * 60; minutes += 50) {
      wait(minutes * 60_000)
      expect(await officesSeen(browser)).toBe('OK')
    }
    wait(8 * 3_600_000 - 1)
    expect(await officesSeen(browser)).toBe('OK')
    wait(8 * 3_600_000)
    expect(await officesSeen(browser)).toBe('NOT_SIGNED_IN')
  })

  test('is listed for its owner alone, and ended by the owner from the phone', async () => {
    const browser = await signedInBrowser('demo-newform-chair')
    const { desks } = granted(await system.ask('demo-newform-chair', 'session', 'desks', {}))
    expect(desks).toEqual([expect.objectContaining({ where: 'Chrome，Windows，网络 10.20.*.*', here: false })])
    const desk = desks[0]?.desk ?? ''
    expect(granted(await browser.ask('session', 'desks', {})).desks[0]?.here).toBe(true)

    const stranger = granted(await system.ask(chair, 'session', 'desks', {})).desks
    expect(stranger.map(({ desk: one }) => one)).not.toContain(desk)
    granted(await system.ask(chair, 'session', 'endDesk', { desk }))
    expect(await officesSeen(browser)).toBe('OK')

    granted(await system.ask('demo-newform-chair', 'session', 'endDesk', { desk }))
    expect(await officesSeen(browser)).toBe('NOT_SIGNED_IN')
  })

  test('all of them end with one act', async () => {
    const browsers = await Promise.all([1, 2, 3].map(() => signedInBrowser('demo-battery-chair')))
    granted(await system.ask('demo-battery-chair', 'session', 'endDesk', { desk: 'all' }))
    expect(await Promise.all(browsers.map(officesSeen))).toEqual(browsers.map(() => 'NOT_SIGNED_IN'))
  })

  test('that was confirmed and not collected yet ends with all the others', async () => {
    const browser = system.browser()
    const { code, number, answer } = await scanned(browser, 'demo-street')
    granted(await answer(number))
    wait(1)
    granted(await system.ask('demo-street', 'session', 'endDesk', { desk: 'all' }))
    expect(granted(await browser.ask('session', 'collectSignIn', { code })).state).toBe('gone')
  })

  test('ends where the same browser asks for a new code', async () => {
    const browser = await signedInBrowser()
    const before = granted(await system.ask(chair, 'session', 'desks', {})).desks.length
    granted(await browser.ask('session', 'openSignIn', {}))
    expect(granted(await system.ask(chair, 'session', 'desks', {})).desks).toHaveLength(before - 1)
  })
})

describe('one act at the desk', () => {
  const act = { kind: 'export-mine' }
  test('is asked of the one who is signed in there, and of nobody else', async () => {
    const browser = await signedInBrowser()
    const { code, number } = granted(await browser.ask('session', 'askConfirmation', { act }))
    const pick = { code, answer: { kind: 'pick', number } }
    expect(codeOf(await system.ask('demo-street', 'session', 'seeConfirmation', { code }))).toBe('CONFIRMATION_GONE')
    expect(codeOf(await system.ask('demo-street', 'session', 'answerConfirmation', pick))).toBe('CONFIRMATION_GONE')
    expect(granted(await browser.ask('session', 'confirmationState', { code })).state).toBe('asked')
    granted(await system.ask(chair, 'session', 'answerConfirmation', pick))
    expect(granted(await browser.ask('session', 'confirmationState', { code })).state).toBe('confirmed')
    expect(granted(await system.browser().ask('session', 'openSignIn', {})).code).not.toBe(code)
  })

  test('names nobody to an officer of another union', async () => {
    const browser = await signedInBrowser()
    const { rows } = granted(await system.ask(chair, 'membership', 'roster', { union: castUnions.factory.id }))
    const person = rows[0]?.person ?? ''
    const reveal = (union: string) => ({ kind: 'reveal', union, person, value: 'number' })
    const own = granted(await browser.ask('session', 'askConfirmation', { act: reveal(castUnions.factory.id) }))
    expect(granted(await system.ask(chair, 'session', 'seeConfirmation', { code: own.code })).act).toMatchObject({
      maskedName: expect.stringContaining('*'),
    })
    const made = await browser.ask('session', 'askConfirmation', { act: reveal(castUnions.newForm.id) })
    expect(codeOf(made)).toBe('NOT_ALLOWED')
  })
})

describe('the door for browsers', () => {
  const { answerKey } = answerKeysOf(randomBytes(32))
  const knock = (change: object) =>
    answerHttp(
      sessionFunction,
      { ...httpCall('/session/openSignIn', { input: {}, answerKey }, system.runtime), ...change },
      system.runtime,
    )
  test.each([
    ['another site', { headers: { Origin: 'https://evil.example' } }, 403],
    ['no origin at all', { headers: {} }, 403],
    ['a link, not a call', { httpMethod: 'GET' }, 405],
    ['a body that is no JSON', { body: '{' }, 400],
    ['headers that are no text', { headers: { Origin: 7 } }, 400],
  ])('is shut to %s', async (_, change, status) => {
    expect((await knock(change)).statusCode).toBe(status)
  })

  test('gives a cookie that scripts, other sites and plain HTTP never see', async () => {
    const { headers } = await knock({})
    expect(headers['Set-Cookie']).toMatch(
      /^__Host-desk=[A-Za-z0-9_-]{43}; Path=\/; Max-Age=28800; Secure; HttpOnly; SameSite=Strict$/,
    )
  })

  test('takes a body in base64, as the platform may send it', async () => {
    const body = Buffer.from(JSON.stringify({ input: {}, answerKey })).toString('base64')
    const answer = await knock({ body, isBase64Encoded: true })
    expect(answer.statusCode).toBe(200)
    expect(Object.keys(JSON.parse(answer.body))).toEqual(['sealed'])
  })
})

test('the database holds neither code nor cookie, and the audit says who confirmed what', async () => {
  const browser = system.browser()
  const { code, number, answer } = await scanned(browser)
  granted(await answer(number))
  granted(await browser.ask('session', 'collectSignIn', { code }))
  const { store } = system.runtime
  const kept = JSON.stringify([
    (await store.find(confirmations, { index: 'byExpiry', equals: {}, limit: 1000 })).documents,
    (await store.find(deskSessions, { index: 'byExpiry', equals: {}, limit: 1000 })).documents,
  ])
  expect(kept).not.toContain(code)
  expect(kept).not.toContain(browser.cookie().split('=')[1])
  const account = accountOf(chair, system.runtime)
  const { documents } = await store.find(auditEntries, { index: 'bySubject', equals: { subject: account }, limit: 100 })
  expect(documents.map(({ action }) => action)).toContain('confirm.sign-in')
})
