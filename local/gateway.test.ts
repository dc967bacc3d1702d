import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { functions } from './functions'
import { gatewayHandler } from './gateway'
import { openLocalSystem, type LocalSystem } from './runtime'
import { openServer, type LocalServer } from './server'
import { personas } from './demo/personas'

const folder = mkdtempSync(join(tmpdir(), 'gateway-'))
const app = join(folder, 'h5')
let server: LocalServer
let system: LocalSystem

beforeAll(async () => {
  mkdirSync(app)
  writeFileSync(join(app, 'index.html'), '<!doctype html><title>app</title>')
  server = await openServer(0)
  system = openLocalSystem({ folder: join(folder, 'data'), origin: server.origin })
  const { runtime, tokens, codes } = system
  const door = { invitationLink: system.invitationLink, size: { units: 1, unions: 1, members: 1 } }
  server.serve(gatewayHandler({ functions, app, tokens, codes, random: runtime.random, door }))
})
afterAll(async () => {
  await server.stop()
  await system.close()
  rmSync(folder, { recursive: true })
})

async function call(path: string, body: string, token?: string) {
  const headers = {
    'Content-Type': 'application/json',
    Origin: server.origin,
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
  }
  const answer = await fetch(server.origin + path, { method: 'POST', body, headers })
  return { status: answer.status, answer: await answer.json() }
}
const login = async (persona: string) => (await call('/demo/login', JSON.stringify({ persona }))).answer.token
const refused = (code: string) => ({ ok: false, error: { code, message: expect.stringMatching(/[\u4e00-\u9fff]/) } })

describe('a call that cannot reach a function', () => {
  test.each(['{', '', 'null', '[]', '"text"', '\u0000', '{"input":'])(
    'the body %j is told to be bad input',
    async (body) => {
      expect(await call('/api/session/me', body)).toEqual({ status: 400, answer: refused('BAD_INPUT') })
    },
  )

  test.each([
    '/api/nothing/me',
    '/api/__proto__/me',
    '/api/constructor/me',
    '/api/session',
    '/api/session/me/more',
    '/api/session/..%2fme',
  ])('%s is nobody', async (path) => {
    expect(await call(path, '{"input":{}}')).toEqual({ status: 404, answer: refused('UNKNOWN_PROCEDURE') })
  })

  test('more than a megabyte is too large, and says so to a sender who is still sending', async () => {
    expect(await call('/api/session/me', JSON.stringify({ input: 'x'.repeat(1024 * 1024) }))).toEqual({
      status: 413,
      answer: refused('TOO_LARGE'),
    })
    expect((await call('/api/session/me', 'x'.repeat(8 * 1024 * 1024))).status).toBe(413)
  })

  test('only POST calls', async () => {
    expect((await fetch(`${server.origin}/api/session/me`)).status).toBe(405)
  })
})

describe('a call that reaches a function', () => {
  test.each(['nothing', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'the procedure %s is unknown',
    async (procedure) => {
      expect(await call(`/api/session/${procedure}`, '{"input":{}}')).toEqual({
        status: 200,
        answer: refused('UNKNOWN_PROCEDURE'),
      })
    },
  )

  test('without a token, with a forged one, nobody is signed in', async () => {
    for (const token of [undefined, 'forged', 'demo-rider~15420260101~AAAA']) {
      expect((await call('/api/session/me', '{"input":{}}', token)).answer).toEqual(refused('NOT_SIGNED_IN'))
    }
  })

  test('an openid in the body signs nobody in', async () => {
    const body = JSON.stringify({
      input: {},
      WX_OPENID: 'demo-rider',
      openid: 'demo-rider',
      context: { WX_OPENID: 'demo-rider' },
    })
    expect((await call('/api/session/me', body)).answer).toEqual(refused('NOT_SIGNED_IN'))
  })

  test('prototype keys are input like any other, and not what was asked for', async () => {
    const token = await login('rider')
    for (const input of [
      '{"__proto__":{"admin":true}}',
      '{"constructor":{"prototype":{"admin":true}}}',
      '{"prototype":1}',
    ]) {
      const { answer } = await call('/api/session/me', `{"input":${input}}`, token)
      expect(answer.error?.code).toBe('BAD_INPUT')
    }
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  test('a string of nearly a megabyte is refused by name', async () => {
    const { answer } = await call(
      '/api/registry/searchUnits',
      JSON.stringify({ input: { text: 'x'.repeat(1_000_000) } }),
      await login('rider'),
    )
    expect(['TOO_LARGE', 'BAD_INPUT']).toContain(answer.error.code)
    expect(JSON.stringify(answer).length).toBeLessThan(500)
  })

  test('wrong types are refused at their field', async () => {
    const { answer } = await call('/api/registry/searchUnits', '{"input":{"text":17}}', await login('rider'))
    expect(answer.error).toMatchObject({ code: 'BAD_INPUT', fields: { text: expect.any(String) } })
  })
})

describe('the demo’s door', () => {
  test.each(personas.map(({ key }) => key))('%s signs in and the functions know the account', async (key) => {
    const { answer } = await call('/api/session/me', '{"input":{}}', await login(key))
    expect(answer.ok).toBe(true)
  })

  test('a visitor is somebody else each time', async () => {
    expect(await login('visitor')).not.toBe(await login('visitor'))
  })

  test.each([
    '{"persona":"nobody"}',
    '{"persona":"__proto__"}',
    '{}',
    '{',
    '{"persona":["rider"]}',
    '{"persona":"visitor","mobile":"12"}',
  ])('%s signs nobody in', async (body) => {
    expect((await call('/demo/login', body)).status).toBe(400)
  })

  test('the phone code verifies the persona’s own phone', async () => {
    const token = await login('rider')
    const code = await (
      await fetch(`${server.origin}/demo/phone-code`, { headers: { Authorization: `Bearer ${token}` } })
    ).json()
    const verify = (by: string) =>
      call('/api/session/verifyPhone', JSON.stringify({ input: code, requestId: 'verify-phone-1' }), by)
    expect((await verify(await login('workshop'))).answer).toEqual(refused('PHONE_NOT_VERIFIED'))
    expect((await verify(token)).answer).toMatchObject({ ok: true, data: { mobile: '154****0101' } })
  })

  test('nobody gets a phone code without signing in', async () => {
    expect((await fetch(`${server.origin}/demo/phone-code`)).status).toBe(401)
  })

  test('the page offers every persona, and its QR codes lead to the posters', async () => {
    const page = await (await fetch(`${server.origin}/demo`)).text()
    for (const { key, scene } of personas) {
      expect(page).toContain(`data-persona="${key}"`)
      if (scene !== undefined)
        expect(page).toContain(`${server.origin}/#/pages/join/index?scene=${scene}`.replaceAll('&', '&#38;'))
    }
  })

  test.each([
    ['/pages/join/index?scene=lanyu-factory', '/pages/join/index?scene=lanyu-factory'],
    ['https://elsewhere.example/', '/pages/home/index'],
    ['//elsewhere.example', '/pages/home/index'],
    ['javascript:alert(1)', '/pages/home/index'],
    ['/pages/"><script>alert(1)</script>', '/pages/home/index'],
  ])('back=%s leads to %s', async (back, path) => {
    const page = await (await fetch(`${server.origin}/demo?as=rider&back=${encodeURIComponent(back)}`)).text()
    expect(page).toContain(`data-path="${path}"`)
  })

  test('markup in the persona’s name stays text', async () => {
    expect(await (await fetch(`${server.origin}/demo?as=${encodeURIComponent('"><script>')}`)).text()).not.toContain(
      '"><script>',
    )
  })
})

describe('the app', () => {
  test('is served with headers that forbid foreign scripts and sniffing', async () => {
    const answer = await fetch(`${server.origin}/`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each(['/', '/none.js', '/demo', '/demo/enter.js', '/api/session/me'])(
    '%s is answered with a policy that names who may frame it, and to this site alone',
    async (path) => {
      const { headers } = await fetch(server.origin + path)
      expect(headers.get('content-security-policy')).toMatch(
        /object-src 'none'.*base-uri 'none'.*frame-ancestors '(none|self)'/,
      )
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    },
  )

  test('nothing outside its folder is reachable', async () => {
    for (const path of [
      '/../data/keys.json',
      '/..%2fdata%2fkeys.json',
      '/%2e%2e/data/keys.json',
      '/..\\data\\keys.json',
      '//data/keys.json',
    ]) {
      expect(await rawStatus(path)).toBe(404)
    }
  })
})

/** `fetch` tidies paths before sending; this one sends them as they are. */
function rawStatus(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.origin)
    request({ hostname, port, path }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}
