import { isoTime } from '../../../shared/core/time'
import { answerHttp } from '../../_kernel/desk/http-door'
import { deskSessions } from '../../_kernel/records/desk'
import { CannotWrite } from '../../_kernel/store/port'
import { codeOf, granted, httpCall, openTestSystem, type TestBrowser, type TestSystem } from '../../../tests/system'
import { sessionFunction } from '../function'

const chair = 'demo-factory-chair'
const start = Date.parse('2026-11-18T02:00:00.000Z')
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
beforeEach(async () => {
  after(0)
  granted(await system.ask(chair, 'session', 'endDesk', { desk: 'all' }))
})
afterAll(() => system.close())

const after = (minutes: number) => system.travel(isoTime(start + minutes * 60_000))
const look = async (browser: TestBrowser) => codeOf(await browser.ask('session', 'me', {}))
const listed = async () => granted(await system.ask(chair, 'session', 'desks', {})).desks
const kept = async () =>
  (await system.runtime.store.find(deskSessions, { index: 'byExpiry', equals: {}, limit: 100 })).documents

async function signedIn(): Promise<TestBrowser> {
  const browser = system.browser()
  const { code, number } = granted(await browser.ask('session', 'openSignIn', {}))
  granted(await system.ask(chair, 'session', 'answerConfirmation', { code, answer: { kind: 'pick', number } }))
  granted(await browser.ask('session', 'collectSignIn', { code }))
  return browser
}

describe('a desk where nobody does anything', () => {
  test('is signed out after an hour, and stays so', async () => {
    const browser = await signedIn()
    after(59)
    expect(await look(browser)).toBe('OK')
    after(59 + 60)
    expect(await listed()).toEqual([])
    expect(await look(browser)).toBe('NOT_SIGNED_IN')
    expect(await look(browser)).toBe('NOT_SIGNED_IN')
    const confirmation = await browser.ask('session', 'askConfirmation', { act: { kind: 'export-mine' } })
    expect(codeOf(confirmation)).toBe('NOT_SIGNED_IN')
  })

  test('says on the phone when it will end', async () => {
    const browser = await signedIn()
    expect(await listed()).toEqual([expect.objectContaining({ until: isoTime(start + 60 * 60_000) })])
    after(30)
    expect(await look(browser)).toBe('OK')
    expect(await listed()).toEqual([expect.objectContaining({ until: isoTime(start + 90 * 60_000) })])
  })
})

test('what is done is written down every ten minutes, not with every call', async () => {
  const browser = await signedIn()
  for (const minute of [1, 5, 9]) {
    after(minute)
    expect(await look(browser)).toBe('OK')
  }
  expect((await kept()).filter(({ seenAt }) => seenAt !== undefined)).toEqual([])
  after(10)
  expect(await look(browser)).toBe('OK')
  expect((await kept()).map(({ seenAt }) => seenAt)).toContain(isoTime(start + 10 * 60_000))
})

test('a call that races with the sign-out does not bring the session back', async () => {
  const browser = await signedIn()
  after(20)
  await Promise.all([
    system.ask(chair, 'session', 'endDesk', { desk: 'all' }),
    ...[1, 2, 3].map(() => browser.ask('session', 'me', {})),
  ])
  expect(await look(browser)).toBe('NOT_SIGNED_IN')
  expect(await listed()).toEqual([])
})

describe('where the store fails under the door', () => {
  const knock = (browser: TestBrowser, store: Partial<TestSystem['runtime']['store']>) =>
    answerHttp(sessionFunction, httpCall('/session/me', { input: {} }, system.runtime, browser.cookie()), {
      ...system.runtime,
      store: { ...system.runtime.store, ...store },
    })

  test('reading goes on while nothing can be written', async () => {
    const browser = await signedIn()
    after(20)
    const full = { transact: () => Promise.reject(new CannotWrite('no space left')) }
    expect((await knock(browser, full)).body).toContain('"ok":true')
  })

  test('nobody is signed in while it cannot be read, and nothing of the fault is told', async () => {
    const browser = await signedIn()
    const silent = { get: () => Promise.reject(new Error('ECONNRESET 10.0.0.3')) }
    const { statusCode, body } = await knock(browser, silent)
    expect([statusCode, JSON.parse(body).error.code]).toEqual([200, 'FAULT'])
    expect(body).not.toContain('10.0.0.3')
  })
})

describe('every answer of the door', () => {
  const always = {
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'Content-Security-Policy': expect.stringContaining("frame-ancestors 'none'"),
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  }
  const knock = (headers: object, httpMethod = 'POST') => {
    const call = httpCall('/session/me', { input: {} }, system.runtime)
    return answerHttp(
      sessionFunction,
      { ...call, httpMethod, headers: { ...call.headers, ...headers } },
      system.runtime,
    )
  }

  test.each([
    ['an answer', {}, 'POST', 200],
    ['a refusal', { Origin: 'https://evil.example' }, 'POST', 403],
    ['a wrong method', {}, 'GET', 405],
  ])(
    '%s forbids framing, sniffing, caching, plain HTTP and loading from elsewhere',
    async (_, headers, method, status) => {
      const answer = await knock(headers, method)
      expect(answer.statusCode).toBe(status)
      expect(answer.headers).toMatchObject(always)
    },
  )

  test.each([
    ['same-origin', 200],
    ['same-site', 403],
    ['cross-site', 403],
    ['none', 403],
  ])('a browser that says the call comes from %s gets %s, whatever Origin says', async (site, status) => {
    expect((await knock({ 'Sec-Fetch-Site': site })).statusCode).toBe(status)
  })
})
