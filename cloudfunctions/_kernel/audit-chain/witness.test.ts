import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isoTime } from '../../../shared/core/time'
import { allCollections } from '../records/all'
import { auditEntries, AuditRecord } from '../records/upkeep'
import type { Store } from '../store/port'
import { openSqliteStore, type SqliteStore } from '../store/sqlite'
import { sequenceAudit } from './sequence'
import { verifyAudit } from './verify'
import { witnessAction, witnessHeads } from './witness'

const dayMs = 86_400_000
const begun = Date.parse('2026-11-18T02:00:00Z')
let folder: string
let store: SqliteStore
let now = isoTime(begun)
const clock = { now: () => now }

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'witness-'))
  store = openSqliteStore({ file: join(folder, 'home.sqlite'), collections: allCollections })
  now = isoTime(begun)
  for (let number = 10; number < 17; number++) {
    const entry = { at: now, actor: 'somebody', action: 'application.approve', subject: 'application-1' }
    await store.insert(auditEntries, AuditRecord.parse({ ...entry, _id: `entry-${number}`, chain: `union-${number}` }))
  }
  await sequenceAudit({ store, ...clock })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const witnessed = async () => {
  const { documents } = await store.find(auditEntries, { index: 'waiting', equals: {}, limit: 1000 })
  return documents.filter(({ action }) => action === witnessAction)
}

/** The store, broken off from this insert on. */
function dying(after: number): Store {
  let inserts = 0
  return {
    ...store,
    insert: (collection, document) =>
      inserts++ < after ? store.insert(collection, document) : Promise.reject(new Error('killed')),
  }
}

/** The store for a run that has nothing left to do. */
const untouched: Pick<Store, 'find' | 'insert' | 'transact'> = {
  find: () => Promise.reject(new Error('looked')),
  insert: () => Promise.reject(new Error('tried')),
  transact: () => Promise.reject(new Error('wrote')),
}

test('some chains at each run, each once a day; when all are through, a run reads one note', async () => {
  const done: number[] = []
  for (let run = 0; run < 3; run++) done.push(await witnessHeads({ store, ...clock }, 3))
  expect(done).toEqual([3, 3, 1])
  expect(await witnessHeads({ store: { ...store, ...untouched }, ...clock }, 3)).toBe(0)
  expect(await witnessed()).toHaveLength(7)

  now = isoTime(begun + dayMs)
  for (let run = 0; run < 3; run++) await witnessHeads({ store, ...clock }, 3)
  expect(await witnessed()).toHaveLength(14)
})

test('killed after any insert it goes on there, and leaves out and doubles nothing', async () => {
  for (let after = 0; after < 3; after++)
    await expect(witnessHeads({ store: dying(after), ...clock }, 3)).rejects.toThrow('killed')
  for (let run = 0; run < 3; run++) await witnessHeads({ store, ...clock }, 3)
  expect((await witnessed()).map(({ subject }) => subject).sort()).toEqual(
    Array.from({ length: 7 }, (_, index) => `chain:union-${10 + index}`),
  )
})

test('a round that midnight meets is ended, and the next begins', async () => {
  await witnessHeads({ store, ...clock }, 3)
  now = isoTime(begun + dayMs)
  const days = []
  for (let run = 0; run < 5; run++) {
    await witnessHeads({ store, ...clock }, 3)
    days.push((await witnessed()).length)
  }
  expect(days).toEqual([6, 7, 10, 10, 10])
  expect(await witnessHeads({ store: { ...store, ...untouched }, ...clock }, 3)).toBe(0)
  await sequenceAudit({ store, ...clock })
  expect(await verifyAudit(store)).toEqual([])
})
