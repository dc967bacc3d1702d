import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contractCollections, counters, type Counter } from './contract-letters'
import type { Page, Store } from './port'
import { openSqliteStore } from './sqlite'
import type { Arrivals } from './sqlite-table'

const folder = mkdtempSync(join(tmpdir(), 'crash-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Starts the writer, kills it without warning when it has acknowledged so many pairs, and answers the acknowledged ones. */
async function writeUntilKilled(
  file: string,
  arrivals: Arrivals,
  start: number,
  pairs: number,
): Promise<readonly number[]> {
  const script = join(__dirname, 'crash-writer.fixture.ts')
  const writer = spawn(process.execPath, ['--import', 'tsx', script, file, arrivals, `${start}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  writer.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    if (printed.split('\n').length > pairs) writer.kill('SIGKILL')
  })
  await once(writer, 'close')
  expect(writer.signalCode).toBe('SIGKILL')
  return printed.split('\n').slice(0, -1).map(Number)
}

describe('a process killed while it writes', () => {
  test.each([
    ['kept', [50, 400, 3_000]],
    ['hidden', [50, 400]],
  ] as const)(
    'has lost nothing that it acknowledged, and has left no transaction half-written (arrivals %s)',
    async (arrivals, lives) => {
      const file = join(folder, `${arrivals}.sqlite`)
      const acknowledged: number[] = []
      for (const [life, pairs] of lives.entries()) {
        acknowledged.push(...(await writeUntilKilled(file, arrivals, 1_000_000 * life, pairs)))
        await expectWhole(file, arrivals, acknowledged)
      }
      expect(acknowledged.length).toBeGreaterThanOrEqual(lives.reduce((sum, pairs) => sum + pairs, 0))
    },
    60_000,
  )

  async function expectWhole(file: string, arrivals: Arrivals, acknowledged: readonly number[]): Promise<void> {
    const store = openSqliteStore({ file, collections: contractCollections, arrivals })
    const left = await allOf(store, 'left')
    expect(await allOf(store, 'right')).toEqual(left)
    const kept = new Set(left)
    expect(acknowledged.filter((pair) => !kept.has(pair))).toEqual([])
    await store.close()
  }

  async function allOf(store: Store, side: 'left' | 'right'): Promise<readonly number[]> {
    const found: number[] = []
    let page: Page<Counter> = { documents: [] }
    do {
      const next = page.cursor === undefined ? {} : { cursor: page.cursor }
      page = await store.find(counters, {
        index: 'all',
        equals: {},
        from: `${side} `,
        until: `${side}!`,
        limit: 1000,
        ...next,
      })
      found.push(...page.documents.map(({ value }) => value))
    } while (page.cursor !== undefined)
    return found
  }
})
