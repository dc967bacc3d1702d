import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openConnection, type Connection } from './sqlite-connection'
import { commitQueue } from './sqlite-queue'

const folder = mkdtempSync(join(tmpdir(), 'queue-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0

/** A real connection that counts its commits, and whose disk can be told to fail at the next one. */
function watched() {
  const real = openConnection(join(folder, `${++files}.sqlite`))
  real.execute('PRAGMA journal_mode = WAL; CREATE TABLE entries (name TEXT)')
  const commits = { count: 0, failing: false }
  const connection: Connection = {
    ...real,
    get inTransaction() {
      return real.inTransaction
    },
    execute: (sql) => {
      if (sql === 'COMMIT' && commits.failing) throw new Error('input/output error')
      if (sql === 'COMMIT') commits.count++
      real.execute(sql)
    },
  }
  const enter = (name: string) => real.change('INSERT INTO entries VALUES (?)', [name])
  const entries = () => real.all('SELECT name FROM entries ORDER BY name', []).map(([name]) => name)
  return { connection, commits, enter, entries }
}

describe('transactions that wait together', () => {
  test.each([
    [256, 1],
    [10, 5],
    [1, 50],
  ])('50 of them, at most %i to a commit, take %i commits', async (together, expected) => {
    const { connection, commits, enter, entries } = watched()
    const queue = commitQueue(connection, { together, workMs: 1000 })
    const works = Array.from({ length: 50 }, (_, at) => queue.submit(async () => enter(`${at}`)))
    await Promise.all(works)
    expect(commits.count).toBe(expected)
    expect(entries()).toHaveLength(50)
  })

  test('run one after the other, however long each pauses', async () => {
    const { connection } = watched()
    const queue = commitQueue(connection, { together: 256, workMs: 1000 })
    const steps: string[] = []
    const work = (name: string) =>
      queue.submit(async () => {
        steps.push(`${name} begins`)
        await new Promise(setImmediate)
        steps.push(`${name} ends`)
      })
    await Promise.all([work('a'), work('b'), work('c')])
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  })

  test('are answered only after their commit, a refused one too: it may have seen what its neighbour wrote', async () => {
    const { connection, commits, enter } = watched()
    const queue = commitQueue(connection, { together: 256, workMs: 1000 })
    const answered: string[] = []
    const note = (name: string) => () => answered.push(`${name} after ${commits.count} commits`)
    await Promise.all([
      queue.submit(async () => enter('a')).then(note('kept')),
      queue.submit(async () => ({ ok: false })).then(note('refused')),
      queue.submit(async () => Promise.reject(new Error('as planned'))).catch(note('thrown')),
    ])
    expect([...answered].sort()).toEqual(['kept after 1 commits', 'refused after 1 commits', 'thrown after 1 commits'])
  })

  test('all fail when the commit fails, none of them is written, and the next ones are', async () => {
    const { connection, commits, enter, entries } = watched()
    const queue = commitQueue(connection, { together: 256, workMs: 1000 })
    commits.failing = true
    const answers = await Promise.allSettled([
      queue.submit(async () => enter('a')),
      queue.submit(async () => ({ ok: false })),
      queue.submit(async () => enter('b')),
    ])
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'rejected', reason: { message: 'input/output error' } })
    expect(entries()).toEqual([])
    commits.failing = false
    await queue.submit(async () => enter('c'))
    expect(entries()).toEqual(['c'])
  })
})
