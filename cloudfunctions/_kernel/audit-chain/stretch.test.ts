import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { isoTime } from '../../../shared/core/time'
import { walkChains } from '../operations/walk-chains'
import { allCollections } from '../records/all'
import { chainWalks } from '../records/operations'
import { auditEntries, auditHeads, AuditRecord } from '../records/upkeep'
import { openSqliteStore, type SqliteStore } from '../store/sqlite'
import { chainStart, isChained, linked, type ChainedEntry } from './link'
import { sequenceAudit } from './sequence'
import { beginning, walkStretch, type AuditFinding, type Place } from './stretch'
import { verifyChain } from './verify'
import { witnessHeads } from './witness'

const chain = 'union-a'
const length = 12
const begun = Date.parse('2026-11-18T02:00:00Z')
const now = () => isoTime(begun)
let folder: string
let store: SqliteStore
let links: readonly ChainedEntry[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stretch-'))
  store = openSqliteStore({ file: join(folder, 'home.sqlite'), collections: allCollections })
  for (let number = 1; number <= length; number++) await write(number)
  await sequenceAudit({ store, now })
  await witnessHeads({ store, now })
  await sequenceAudit({ store, now })
  const { documents } = await store.find(auditEntries, { index: 'inChain', equals: { chain }, from: 1 })
  links = documents.filter(isChained)
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const write = (number: number) =>
  store.insert(
    auditEntries,
    AuditRecord.parse({
      _id: `entry-${String(number).padStart(2, '0')}`,
      at: isoTime(begun + number),
      actor: 'somebody',
      action: 'application.approve',
      subject: `application-${number}`,
      chain,
    }),
  )
const put = (...entries: readonly AuditRecord[]) =>
  store.transact(async (tx) => {
    for (const one of entries) await tx.put(auditEntries, one)
  })
const remove = (id: string) => store.transact((tx) => tx.remove(auditEntries, id))

/** The database’s owner writes every hash anew, and the head. */
async function rewrite(entries: readonly AuditRecord[]): Promise<void> {
  let previous = chainStart
  for (const [index, one] of entries.entries()) {
    const link = linked(one, index + 1, previous)
    previous = link.hash
    await put(link)
  }
  await store.transact((tx) => tx.put(auditHeads, { _id: chain, seq: entries.length, hash: previous, at: now() }))
}

const rejecting = (one: AuditRecord): AuditRecord => ({ ...one, action: 'application.reject' })

/** A whole walk in stretches of these lengths, over and over; between two of them something may be done. */
async function inStretches(lengths: readonly number[], between: (reached: Place) => Promise<void> = async () => {}) {
  const findings: AuditFinding[] = []
  let from: Place = beginning
  for (let index = 0; ; index++) {
    const stretch = await walkStretch(store, chain, from, lengths[index % lengths.length] ?? 1)
    findings.push(...stretch.findings)
    if (stretch.reached === undefined) return findings
    from = stretch.reached
    await between(from)
  }
}
const said = (findings: readonly AuditFinding[]) => findings.map(({ seq, says }) => `${seq} ${says}`).sort()

/** What somebody may do to the link at this place, and how it is undone. */
const tamperings: Readonly<Record<string, (link: ChainedEntry) => Promise<unknown>>> = {
  'say something else': (link) => put({ ...link, subject: 'somebody-else' }),
  'take it away': (link) => remove(link._id),
  'give it another place': (link) => put({ ...link, seq: link.seq + 1 }),
  'put another beside it': (link) =>
    put({ ...linked(rejecting(link), link.seq, link.previous), _id: `zz-${link.seq}` }),
  'put another before it': (link) =>
    put({ ...linked(rejecting(link), link.seq, link.previous), _id: `aa-${link.seq}` }),
  'cut the chain off and mend the head': (link) => rewrite(links.slice(0, link.seq - 1)),
  'write everything anew': (link) => rewrite(links.map((one) => (one === link ? rejecting(one) : one))),
  nothing: async () => {},
}

async function restore(): Promise<void> {
  for (const { seq } of links) for (const name of ['aa', 'zz']) await remove(`${name}-${seq}`)
  await put(...links)
  const last = links.at(-1)
  if (last === undefined) throw new Error('there is no chain')
  await store.transact((tx) => tx.put(auditHeads, { _id: chain, seq: last.seq, hash: last.hash, at: now() }))
}

test('a walk in stretches, however long they are, finds what one walk finds', async () => {
  const names = fc.constantFrom(...Object.keys(tamperings))
  const lengths = fc.array(fc.integer({ min: 1, max: length + 1 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(names, fc.nat(length - 1), lengths, async (name, at, each) => {
      const link = links[at]
      if (link === undefined) throw new Error('there is no such link')
      await tamperings[name]?.(link)
      const whole = said(await verifyChain(store, chain))
      expect(said(await inStretches(each))).toEqual(whole)
      expect(whole.length > 0).toBe(name !== 'nothing')
      await restore()
    }),
    { numRuns: 120 },
  )
})

test('a chain that is written anew between two stretches, hashes and head included, does not fit', async () => {
  let done = false
  const findings = await inStretches([5], async () => {
    if (!done) await rewrite(links.map((one, index) => (index === 1 ? rejecting(one) : one)))
    done = true
  })
  expect(said(findings)).toEqual(['12 NOT_AS_WITNESSED', '5 CHANGED', '6 OUT_OF_ORDER'])
})

test('a link that is changed behind a walk is found by the next one', async () => {
  const [, second] = links
  if (second === undefined) throw new Error('there is no second')
  const findings = await inStretches([5], ({ seq }) => (seq === 5 ? put(rejecting(second)) : Promise.resolve()))
  expect(findings).toEqual([])
  expect(said(await inStretches([5]))).toEqual(['2 CHANGED'])
})

test('a chain that grows while it is walked has no findings', async () => {
  let number = length
  const findings = await inStretches([3], async () => {
    if (number >= 20) return
    await write(++number)
    await sequenceAudit({ store, now })
  })
  expect(findings).toEqual([])
})

describe('the daily walk', () => {
  const lines: string[] = []
  const run = (at = begun) =>
    walkChains(
      { store, now: () => isoTime(at), log: ({ alert = '' }) => void lines.push(alert) },
      { chains: 3, links: 5 },
    )
  beforeEach(() => void lines.splice(0))

  test('goes on within a chain, run after run, and rests when it is through', async () => {
    const places: unknown[] = []
    for (let runs = 0; (await store.get(chainWalks, 'audit'))?.finished !== true; runs++) {
      if (runs > 20) throw new Error('the walk does not end')
      await run()
      const walk = await store.get(chainWalks, 'audit')
      places.push(walk?.within?.seq ?? walk?.after ?? 'through')
    }
    expect(places).toEqual([4, 9, 'through'])
    expect(await run()).toBe(0)
    expect(lines).toEqual([])
  })

  test('tells each finding once, and what it found stands until a whole walk finds nothing', async () => {
    const seventh = links[6]
    if (seventh === undefined) throw new Error('there is no seventh')
    await put(rejecting(seventh))
    for (let runs = 0; runs < 10; runs++) await run()
    expect(lines).toEqual([`${chain} 7 CHANGED`])
    await put(seventh)
    await run(begun + 86_400_000)
    expect(await store.get(chainWalks, 'audit')).toMatchObject({ finished: false, findings: 0, findingsBefore: 1 })
    for (let runs = 0; runs < 10; runs++) await run(begun + 86_400_000)
    expect(await store.get(chainWalks, 'audit')).toMatchObject({ finished: true, findings: 0 })
  })
})
