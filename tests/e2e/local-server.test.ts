import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { membership } from '../../shared/contract/membership'
import { answerInfo } from '../../shared/contract/sealed-answer'
import { answerKeysOf, openAnswer } from '../../src/services/open-answer'
import { castUnions } from '../../local/demo/personas'
import { identityOf, situations, somebody } from '../forms'
import { npmStart, startServer, type RunningServer } from './server'
import { bundledServer, layDemoWorld } from './world-of-run'

jest.setTimeout(600_000)

const folders: string[] = []
const running: RunningServer[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-server-'))
  folders.push(folder)
  return folder
}
/** A folder with the demo world, as an earlier start left it. */
function usedFolder(): string {
  const folder = newFolder()
  layDemoWorld(folder)
  return folder
}
async function started(folder: string, args: readonly string[] = []): Promise<RunningServer> {
  return launched(folder, [bundledServer(), ...args])
}
async function launched(folder: string, command: readonly string[]): Promise<RunningServer> {
  const server = await startServer(folder, command)
  running.push(server)
  return server
}

type Procedure = keyof (typeof membership)['procedures']
const Answer = z.object({
  ok: z.boolean(),
  data: z.unknown().optional(),
  error: z.object({ code: z.string() }).optional(),
})
const Sent = z.object({ application: z.string() })
const Mine = z.object({ application: Sent.optional() })
const Letter = z.object({ version: z.string(), privacyVersion: z.string() })

/** Somebody new signs in, as the browser does. */
async function newToken(origin: string, mobile: string): Promise<string> {
  const login = await fetch(`${origin}/demo/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ persona: 'visitor', mobile }),
  })
  return z.object({ token: z.string() }).parse(await login.json()).token
}

const device = answerKeysOf(randomBytes(32))

/** Calls as whoever holds this token, and opens what is sealed to their device. */
function callsOf(origin: string, token: string) {
  return async (procedure: Procedure, input: unknown, requestId?: string) => {
    const answer = await fetch(`${origin}/api/membership/${procedure}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify({ input, requestId, answerKey: device.answerKey }),
    })
    return Answer.parse(openAnswer(await answer.json(), device, answerInfo('membership', procedure)))
  }
}

async function formOf(origin: string): Promise<object> {
  const call = callsOf(origin, await newToken(origin, '15420880000'))
  const letter = Letter.parse((await call('letter', { union: castUnions.newForm.id })).data)
  return {
    situation: situations.rider,
    retired: false,
    details: { education: 'vocational', household: 'rural' },
    choice: { kind: 'offered', union: castUnions.newForm.id },
    consent: {
      letterVersion: letter.version,
      privacyVersion: letter.privacyVersion,
      agreed: true,
      sensitiveAgreed: true,
    },
  }
}

describe('npm start', () => {
  test('prints what to open and as whom, and its last line says that it is ready; Ctrl-C ends it cleanly', async () => {
    const server = await launched(newFolder(), npmStart)
    const lines = server.output().trimEnd().split('\n')
    expect(lines.at(-1)).toBe(`ready ${server.origin}`)
    for (const whom of ['骑手', '派遣工', '车间工人', '主席', '街道', '市']) expect(server.output()).toContain(whom)
    expect(server.output()).toContain(`${server.origin}/demo`)
    expect(await server.stop()).toBe(0)
    await expect(fetch(server.origin)).rejects.toThrow()
  })

  test('keeps its data between runs; --fresh starts over', async () => {
    const folder = usedFolder()
    const first = await started(folder)
    const form = await formOf(first.origin)
    const token = await newToken(first.origin, '15420880001')
    const call = callsOf(first.origin, token)
    const sent = await call('submit', { form: { ...form, identity: identityOf(somebody()) } }, 'server-keeps-0001')
    const { application } = Sent.parse(sent.data)
    expect(await first.stop()).toBe(0)

    const second = await started(folder)
    const again = callsOf(second.origin, token)
    expect(Mine.parse((await again('mine', {})).data).application?.application).toBe(application)
    expect(await second.stop()).toBe(0)

    const third = await started(folder, ['--fresh'])
    const anew = callsOf(third.origin, await newToken(third.origin, '15420880001'))
    expect(Mine.parse((await anew('mine', {})).data).application).toBeUndefined()
  })

  test('killed in the midst of applications: what was acknowledged is there, once; what is repeated is answered', async () => {
    const folder = usedFolder()
    const server = await started(folder)
    const form = await formOf(server.origin)
    const people = await Promise.all(
      Array.from({ length: 400 }, async (_, index) => ({
        token: await newToken(server.origin, `15420890${String(index).padStart(3, '0')}`),
        input: { form: { ...form, identity: identityOf(somebody()) } },
        requestId: `server-killed-${String(index).padStart(4, '0')}`,
      })),
    )
    const acknowledged = new Map<string, string>()
    const sending = people.map(async ({ token, input, requestId }) => {
      const answer = await callsOf(server.origin, token)('submit', input, requestId)
      if (answer.ok) acknowledged.set(token, Sent.parse(answer.data).application)
      if (acknowledged.size === 60) void server.kill()
    })
    await Promise.allSettled(sending)
    expect(acknowledged.size).toBeGreaterThanOrEqual(60)

    const after = await started(folder)
    for (const { token, input, requestId } of people) {
      const call = callsOf(after.origin, token)
      const kept = Mine.parse((await call('mine', {})).data).application?.application
      if (acknowledged.has(token)) expect(kept).toBe(acknowledged.get(token))
      const repeated = Sent.parse((await call('submit', input, requestId)).data).application
      if (kept !== undefined) expect(repeated).toBe(kept)
    }
  })

  test('a port that is taken, a port that is none, a data folder that is a file: one sentence each', async () => {
    const server = await started(usedFolder())
    const port = new URL(server.origin).port
    const file = join(newFolder(), 'file')
    writeFileSync(file, '')
    for (const [environment, says] of [
      [{ PORT: port, DATA_DIR: newFolder() }, /Port \d+ is taken; choose another with PORT\./],
      [{ PORT: 'eighty', DATA_DIR: newFolder() }, /PORT=eighty is not a port number\./],
      [{ PORT: '0', DATA_DIR: file }, /\S/],
    ] as const) {
      const { code, printed } = await failing(environment)
      expect(code).toBe(1)
      expect(printed).toMatch(says)
      expect(printed).not.toMatch(/\n\s+at /)
    }
  })

  test('a second server on the same data is refused', async () => {
    const folder = usedFolder()
    await started(folder)
    const { code, printed } = await failing({ PORT: '0', DATA_DIR: folder })
    expect(code).toBe(1)
    expect(printed).not.toMatch(/\n\s+at /)
  })
})

describe('the gateway over HTTP', () => {
  test('answers nonsense with a typed error and lives on', async () => {
    const { origin } = await started(usedFolder())
    const token = await newToken(origin, '15420880002')
    const post = async (path: string, body: string, bearer = token) => {
      const response = await fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}`, Origin: origin },
        body,
      })
      return Answer.parse(await response.json()).error?.code
    }
    const me = '/api/session/me'
    expect(await post(me, '{')).toBe('BAD_INPUT')
    expect(await post(me, '[]')).toBe('BAD_INPUT')
    expect(await post(me, '"text"')).toBe('BAD_INPUT')
    expect(await post(me, '{"input":{"application":7}}')).toBe('BAD_INPUT')
    expect(await post('/api/membership/nothing', '{"input":{}}')).toBe('UNKNOWN_PROCEDURE')
    expect(await post('/api/membership/constructor', '{"input":{}}')).toBe('UNKNOWN_PROCEDURE')
    expect(await post('/api/membership/__proto__', '{"input":{}}')).toBe('UNKNOWN_PROCEDURE')
    expect(await post(me, `{"input":{"application":"${'x'.repeat(1 << 20)}"}}`)).toMatch(/TOO_LARGE|BAD_INPUT/)
    expect(await post(me, JSON.stringify({ input: { text: 'x'.repeat(5 << 20) } })).catch(() => 'CLOSED')).toMatch(
      /TOO_LARGE|BAD_INPUT|CLOSED/,
    )
    expect(await post(me, '{"input":{"__proto__":{"admin":true}}}')).toMatch(/BAD_INPUT|undefined/)
    expect(await post(me, '{"input":{}}', 'forged.token')).toBe('NOT_SIGNED_IN')
    expect((await fetch(`${origin}/api/nobody/mine`, { method: 'POST', body: '{}' })).status).toBeGreaterThanOrEqual(
      400,
    )
    expect((await fetch(`${origin}${me}`)).status).toBeGreaterThanOrEqual(400)
    expect((await fetch(`${origin}/../../package.json`)).status).toBeGreaterThanOrEqual(200)
    expect(await (await fetch(`${origin}/..%2f..%2fpackage.json`)).text()).not.toContain('workers-home')
    expect((await callsOf(origin, token)('mine', {})).ok).toBe(true)
  })
})

/** `npm start` where it cannot. */
function failing(environment: Readonly<Record<string, string>>): Promise<{ code: number | null; printed: string }> {
  const child = spawn(process.execPath, npmStart, {
    cwd: join(__dirname, '..', '..'),
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')))
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, printed })))
}
