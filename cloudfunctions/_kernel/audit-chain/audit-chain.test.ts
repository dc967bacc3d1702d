import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { isoTime } from '../../../shared/core/time'
import { castUnions } from '../../../local/demo/personas'
import { sent, situations, somebody } from '../../../tests/forms'
import { granted, openTestSystem } from '../../../tests/system'
import { allCollections } from '../records/all'
import { auditEntries, auditHeads, AuditRecord } from '../records/upkeep'
import { openSqliteStore, type SqliteStore } from '../store/sqlite'
import { chainStart, isChained, linked, systemChain, type ChainedEntry } from './link'
import { sequenceAudit } from './sequence'
import { verifyAudit, verifyChain } from './verify'
import { witnessHeads } from './witness'

const folder = mkdtempSync(join(tmpdir(), 'audit-'))
const open: SqliteStore[] = []
afterAll(async () => {
  for (const store of open) await store.close()
  rmSync(folder, { recursive: true })
})

let day = 0
const ports = (store: SqliteStore) => ({
  store,
  now: () => isoTime(Date.parse('2026-11-18T02:00:00Z') + day * 86_400_000),
})

function newStore(): SqliteStore {
  const store = openSqliteStore({ file: join(folder, `${open.length}.db`), collections: allCollections })
  open.push(store)
  return store
}

function entry(chain: string, number: number): AuditRecord {
  return AuditRecord.parse({
    _id: `${chain}-${number}`,
    at: isoTime(Date.parse('2026-11-18T01:00:00Z') + number * 1000),
    actor: 'somebody',
    action: 'application.approve',
    subject: `application-${number}`,
    chain,
  })
}

/** A chain of so many entries, sequenced, and witnessed by the system’s chain. */
async function chained(count: number, chain = 'union-a'): Promise<SqliteStore> {
  const store = newStore()
  for (let number = 1; number <= count; number++) await store.insert(auditEntries, entry(chain, number))
  await sequenceAudit(ports(store))
  await witnessHeads(ports(store))
  await sequenceAudit(ports(store))
  return store
}

async function links(store: SqliteStore, chain = 'union-a'): Promise<ChainedEntry[]> {
  const { documents } = await store.find(auditEntries, { index: 'inChain', equals: { chain }, from: 1, limit: 1000 })
  return documents.filter(isChained)
}

const put = (store: SqliteStore, ...entries: readonly AuditRecord[]) =>
  store.transact(async (tx) => {
    for (const one of entries) await tx.put(auditEntries, one)
  })

/** The database’s owner makes the chain look right again: every hash anew, and the head. */
async function rewritten(store: SqliteStore, entries: readonly AuditRecord[], chain = 'union-a'): Promise<void> {
  let previous = chainStart
  const anew = entries.map((one, index) => {
    const link = linked(one, index + 1, previous)
    previous = link.hash
    return link
  })
  await put(store, ...anew)
  await store.transact((tx) =>
    tx.put(auditHeads, { _id: chain, seq: anew.length, hash: previous, at: isoTime(Date.now()) }),
  )
}

describe('an audit chain as it was written', () => {
  test('has no findings, whatever was done and whoever did it', async () => {
    const system = await openTestSystem()
    const { application } = await sent(system, system.newcomer(), somebody(), situations.workshop)
    const verdict = { kind: 'approve', committee: { decidedOn: '2026-11-18' } }
    const union = castUnions.factory.id
    granted(await system.ask('demo-factory-chair', 'membership', 'decide', { union, application, seen: 1, verdict }))
    await system.verifyPhone(system.newcomer(), '15412340000')
    expect(await sequenceAudit(system.runtime)).toBeGreaterThan(2)
    expect(await witnessHeads(system.runtime)).toBeGreaterThan(1)
    expect(await sequenceAudit(system.runtime)).toBeGreaterThan(1)
    expect(await verifyAudit(system.runtime.store)).toEqual([])
    const above = (
      await system.runtime.store.find(auditEntries, { index: 'inChain', equals: { chain: castUnions.street.id } })
    ).documents
    expect(above.map(({ subject }) => subject)).toContain(`chain:${union}`)
    await system.close()
  })

  test('hashes as it always did where an entry has no digest', () => {
    expect(linked(entry('union-a', 1), 1, chainStart).hash).toBe(
      'd286cc74365f1b29965a2646ef8ed8140862b37b2ebfcee4e4e818e20d94e0c7',
    )
  })

  test('runs from 1 without a gap, in the order of time', async () => {
    const entries = await links(await chained(95))
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 95 }, (_, index) => index + 1))
    expect(entries.map(({ _id }) => _id)).toEqual(entries.map((_, index) => `union-a-${index + 1}`))
  })

  test('is the same when two sequencers work at once', async () => {
    const store = newStore()
    for (let number = 1; number <= 60; number++) await store.insert(auditEntries, entry('union-a', number))
    await Promise.all([sequenceAudit(ports(store)), sequenceAudit(ports(store)), sequenceAudit(ports(store))])
    expect((await links(store)).map(({ seq }) => seq)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
    expect(await verifyAudit(store)).toEqual([])
  })

  test('is witnessed once a day', async () => {
    const store = await chained(3)
    expect(await witnessHeads(ports(store))).toBeLessThanOrEqual(1)
    day += 1
    expect(await witnessHeads(ports(store))).toBe(2)
    day = 0
  })
})

describe('who changes it is found', () => {
  const says = async (store: SqliteStore) => (await verifyChain(store, 'union-a')).map((finding) => finding.says)

  test('an entry that says something else', async () => {
    const store = await chained(5)
    const [, , third] = await links(store)
    if (third === undefined) throw new Error('there is no third')
    await put(store, { ...third, subject: 'application-other' })
    expect(await says(store)).toContain('CHANGED')
  })

  test('an entry whose digest is another, is gone, or was not there', async () => {
    const store = newStore()
    await store.insert(auditEntries, { ...entry('union-a', 1), digest: 'announced' })
    await store.insert(auditEntries, entry('union-a', 2))
    await sequenceAudit(ports(store))
    expect(await says(store)).toEqual([])
    const [first, second] = await links(store)
    if (first === undefined || second === undefined) throw new Error('there are no links')
    const { digest: _, ...without } = first
    for (const changed of [{ ...first, digest: 'another' }, without, { ...second, digest: 'announced' }]) {
      await put(store, changed)
      expect(await says(store)).toEqual(['CHANGED'])
      await put(store, first, second)
    }
  })

  test('an entry that is gone from the middle', async () => {
    const store = await chained(5)
    await store.transact((tx) => tx.remove(auditEntries, 'union-a-3'))
    expect(await says(store)).toContain('MISSING')
  })

  test('two entries that changed places', async () => {
    const store = await chained(5)
    const [, second, third] = await links(store)
    if (second === undefined || third === undefined) throw new Error('there are too few')
    await put(store, { ...second, seq: 3 }, { ...third, seq: 2 })
    expect(await says(store)).toEqual(expect.arrayContaining(['CHANGED', 'OUT_OF_ORDER']))
  })

  test('entries cut off the end', async () => {
    const store = await chained(5)
    await store.transact((tx) => tx.remove(auditEntries, 'union-a-5'))
    expect(await says(store)).toContain('CUT_SHORT')
  })

  test('the database’s owner, who cuts the end off and mends the head', async () => {
    const store = await chained(5)
    const entries = await links(store)
    await store.transact((tx) => tx.remove(auditEntries, 'union-a-5'))
    await rewritten(store, entries.slice(0, 4))
    expect(await says(store)).toEqual(['NOT_AS_WITNESSED'])
  })

  test('the database’s owner, who changes an entry and writes every hash anew', async () => {
    const store = await chained(5)
    const entries = (await links(store)).map((one) => ({ ...one, action: 'application.reject' }))
    await rewritten(store, entries)
    expect(await says(store)).toEqual(['NOT_AS_WITNESSED'])
  })

  test('and who then rewrites the witness is found in the chain above', async () => {
    const store = await chained(5)
    await rewritten(
      store,
      (await links(store)).map((one) => ({ ...one, action: 'application.reject' })),
    )
    const last = (await links(store)).at(-1)
    const [witness] = await links(store, systemChain)
    if (last === undefined || witness === undefined) throw new Error('nothing was witnessed')
    await put(store, { ...witness, witnessed: { seq: last.seq, hash: last.hash } })
    expect(await says(store)).toEqual([])
    expect((await verifyAudit(store)).map((finding) => finding.says)).toContain('CHANGED')
  })

  test('any field, changed to anything else', async () => {
    const store = await chained(8)
    const entries = await links(store)
    const field = fc.constantFrom('actor', 'action', 'subject', 'policyVersion', 'commitment', 'onBehalfOf')
    await fc.assert(
      fc.asyncProperty(fc.nat(7), field, fc.stringMatching(/^[A-Za-z0-9]{1,20}$/), async (at, name, text) => {
        const one = entries[at]
        if (one === undefined || Reflect.get(one, name) === text) return
        await put(store, AuditRecord.parse({ ...one, [name]: text }))
        expect(await says(store)).toContain('CHANGED')
        await put(store, one)
      }),
      { numRuns: 60 },
    )
    expect(await says(store)).toEqual([])
  })
})
