import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { UnionId } from '../../../shared/core/ids'
import { runClock } from '../../clock/jobs'
import { openLocalSystem } from '../../../local/runtime'
import { verifyAudit } from '../audit-chain/verify'
import { allCollections } from '../records/all'
import { ApplicantSecrets, applications } from '../records/applications'
import { auditEntries, auditHeads } from '../records/upkeep'
import { openJson } from '../secrets'
import { openConnection } from '../store/sqlite-connection'
import { openSqliteStore } from '../store/sqlite'
import type { Store, Transaction } from '../store/port'
import { migrate } from './migrate'
import { steps } from './steps'

/** Documents as the version before the audit chain wrote them, with the keys that they are sealed under; everybody in them is invented. */
const LastVersion = z.strictObject({
  keys: z.record(z.string(), z.string()),
  collections: z.record(z.string(), z.array(z.looseObject({ _id: z.string() }))),
})
const last = LastVersion.parse(JSON.parse(readFileSync(join(__dirname, 'version-0.fixture.json'), 'utf8')))
const oldEntries = last.collections['audit'] ?? []
const oldApplications = last.collections['applications'] ?? []

const parent = mkdtempSync(join(tmpdir(), 'migrate-'))
afterAll(() => rmSync(parent, { recursive: true }))

/** A data folder as the last version left it: its own columns and indexes, its own documents. */
const template = join(parent, 'template')
beforeAll(async () => {
  mkdirSync(template)
  writeFileSync(join(template, 'keys.json'), JSON.stringify(last.keys))
  const file = join(template, 'home.sqlite')
  const known = allCollections.filter(({ name }) => name in last.collections)
  const asItWas = known.map(({ name, schema }) => ({
    name,
    schema,
    indexes: name === 'audit' ? { byUnion: ['union', 'at'] } : {},
  }))
  await openSqliteStore({ file, collections: asItWas }).close()
  const connection = openConnection(file)
  for (const [name, documents] of Object.entries(last.collections))
    for (const document of documents)
      connection.change(`INSERT INTO "${name}" (_id, document) VALUES (?, ?)`, [document._id, JSON.stringify(document)])
  connection.all('PRAGMA wal_checkpoint(TRUNCATE)', [])
  connection.close()
})

let folders = 0
function openLastVersion() {
  const folder = join(parent, `${++folders}`)
  mkdirSync(folder)
  for (const name of ['keys.json', 'home.sqlite']) copyFileSync(join(template, name), join(folder, name))
  return openLocalSystem({ folder, origin: 'http://127.0.0.1' })
}

const withoutChain = { index: 'inChain', equals: { chain: undefined } } as const
const left = (store: Store) => store.count(auditEntries, withoutChain)

describe('data of the last version', () => {
  test('is read in today’s form before anything was written anew', async () => {
    const { runtime, close } = openLastVersion()
    for (const collection of allCollections) {
      const documents = last.collections[collection.name] ?? []
      for (const { _id } of documents) expect(await runtime.store.get(collection as never, _id)).toMatchObject({ _id })
    }
    for (const { _id, union } of oldEntries)
      expect((await runtime.store.get(auditEntries, _id))?.chain).toBe(union ?? 'system')
    for (const { _id } of last.collections['applications'] ?? []) {
      const application = await runtime.store.get(applications, _id)
      if (application === undefined) throw new Error(`${_id} is gone`)
      const place = { collection: 'applications', id: _id, field: 'secrets' }
      expect(openJson(runtime.sealer, place, ApplicantSecrets, application.secrets).name).not.toBe('')
    }
    await close()
  })

  test('is found by today’s indexes after the rewriting, and nothing else about it has changed', async () => {
    const { runtime, close } = openLastVersion()
    expect(await left(runtime.store)).toBe(oldEntries.length)
    expect(await migrate(runtime)).toBe(oldEntries.length + oldApplications.length)
    expect(await left(runtime.store)).toBe(0)
    for (const { _id, union, state } of oldApplications) {
      const atDesk = await runtime.store.find(applications, { index: 'inbox', equals: { desk: union as UnionId } })
      expect(atDesk.documents).toContainEqual(expect.objectContaining({ _id, union, state }))
    }
    for (const old of oldEntries) {
      const chain = String(old['union'] ?? 'system')
      expect(await runtime.store.get(auditEntries, old._id)).toEqual({ ...old, chain })
    }
    const waiting = await runtime.store.group(auditEntries, {
      index: 'waiting',
      equals: { seq: undefined },
      by: 'chain',
    })
    expect(waiting.reduce((sum, { count }) => sum + count, 0)).toBe(oldEntries.length)
    expect(await migrate(runtime)).toBe(0)
    await close()
  })

  test('is chained by the clock’s first round, as if it had been written today', async () => {
    const { runtime, close } = openLastVersion()
    const faults: unknown[] = []
    await runClock({ ...runtime, log: ({ fault }) => faults.push(fault) })
    expect(faults.filter((fault) => fault !== undefined)).toEqual([])
    expect(await verifyAudit(runtime.store)).toEqual([])
    const heads = await runtime.store.find(auditHeads, { index: 'byTime', equals: {} })
    expect(heads.documents.reduce((sum, { seq }) => sum + seq, 0)).toBeGreaterThanOrEqual(oldEntries.length)
    await close()
  })
})

describe('the rewriting', () => {
  test.each([0, 1, 2])('broken off at its transaction %i, it goes on where it was', async (at) => {
    const { runtime, close } = openLastVersion()
    let count = 0
    const breaking: Store = {
      ...runtime.store,
      transact: (work) =>
        count++ === at ? Promise.reject(new Error('the process ended')) : runtime.store.transact(work),
    }
    await migrate({ store: breaking }).catch(() => 0)
    await migrate(runtime)
    expect(await left(runtime.store)).toBe(0)
    await close()
  })

  test('twice at once does each document no harm', async () => {
    const { runtime, close } = openLastVersion()
    await Promise.all([migrate(runtime), migrate(runtime), migrate(runtime)])
    for (const old of oldEntries)
      expect(await runtime.store.get(auditEntries, old._id)).toEqual({
        ...old,
        chain: String(old['union'] ?? 'system'),
      })
    await close()
  })

  test('keeps what somebody wrote between its reading and its writing', async () => {
    const { runtime, close } = openLastVersion()
    const [first] = oldEntries
    if (first === undefined) throw new Error('there are no old entries')
    const meddled: Store = {
      ...runtime.store,
      async transact<T>(work: (tx: Transaction) => Promise<T>) {
        await runtime.store.transact(async (tx) => {
          const entry = await tx.get(auditEntries, first._id)
          if (entry !== undefined) await tx.put(auditEntries, { ...entry, policyVersion: 'meanwhile' })
        })
        return runtime.store.transact(work)
      },
    }
    await migrate({ store: meddled })
    expect((await runtime.store.get(auditEntries, first._id))?.policyVersion).toBe('meanwhile')
    expect(await left(runtime.store)).toBe(0)
    await close()
  })

  test('finds what an older function wrote after it was through', async () => {
    const { runtime, folder, close } = openLastVersion()
    await migrate(runtime)
    const connection = openConnection(folder.database)
    const late = { ...oldEntries[0], _id: 'written-late' }
    connection.change('INSERT INTO audit (_id, document) VALUES (?, ?)', ['written-late', JSON.stringify(late)])
    connection.close()
    expect(await migrate(runtime)).toBe(1)
    expect(await left(runtime.store)).toBe(0)
    await close()
  })
})

test('the steps are numbered in order, without a gap', () => {
  expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1))
})
