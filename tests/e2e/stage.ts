import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { PersonaKey } from '../../local/demo/personas'
import { launchBrowser } from './browser'
import { openPhone, type Phone, type PhoneOptions } from './phone'
import { startServer, type RunningServer } from './server'
import { bundledServer, layDemoWorld } from './world-of-run'

export interface Stage {
  origin(): string
  /** A persona’s phone. It is closed at the end of the file, and must not have had a fault by then. */
  phoneOf(persona: PersonaKey, path?: string, size?: Pick<PhoneOptions, 'width' | 'height'>): Promise<Phone>
  /** A browser on a desk that nobody is signed in to. */
  desk(path?: string, size?: Pick<PhoneOptions, 'width' | 'height'>): Promise<Phone>
  /** The phone of somebody whom the system has never seen. */
  visitor(path?: string, mobile?: string): Promise<Phone>
}

/** The first test of a run builds the app; on a busy machine that takes minutes. */
const buildMs = 600_000

/** One server with a demo world and one browser for all tests of a file. `expected` faults: for tests that break the network. `prepare` writes into the data before the server starts. */
export function stage(faults: 'none' | 'expected' = 'none', prepare?: (folder: string) => Promise<void>): Stage {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-'))
  const phones: Phone[] = []
  let server: RunningServer | undefined
  let browser: Browser | undefined
  let visitors = 0

  beforeAll(async () => {
    layDemoWorld(folder)
    await prepare?.(folder)
    server = await startServer(folder, [bundledServer()])
    browser = await launchBrowser()
  }, buildMs)
  afterAll(async () => {
    for (const phone of phones) await phone.close()
    await browser?.close()
    await server?.stop()
    rmSync(folder, { recursive: true })
    if (faults === 'none') expect(phones.flatMap((phone) => phone.faults)).toEqual([])
  })

  const origin = () => {
    if (server === undefined) throw new Error('the server is not started yet')
    return server.origin
  }
  async function open(options: Omit<PhoneOptions, 'origin'>): Promise<Phone> {
    if (browser === undefined) throw new Error('the browser is not started yet')
    const phone = await openPhone(browser, { origin: origin(), ...options })
    phones.push(phone)
    return phone
  }
  return {
    origin,
    phoneOf: (persona, path, size = {}) => open({ persona, ...size, ...(path === undefined ? {} : { path }) }),
    desk: (path = '/pages/sign-in/index', size = { width: 1280, height: 900 }) =>
      open({ persona: undefined, path, ...size }),
    visitor: (path = '/pages/home/index', mobile = `1542055${String(++visitors).padStart(4, '0')}`) =>
      open({ persona: 'visitor', mobile, path }),
  }
}
