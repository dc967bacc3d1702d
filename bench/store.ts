import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { init } from '@cloudbase/node-sdk'
import Database from 'libsql'
import { letter, letters, type Letter } from '../cloudfunctions/_kernel/store/contract-letters'
import type { Store } from '../cloudfunctions/_kernel/store/port'
import { openSqliteStore } from '../cloudfunctions/_kernel/store/sqlite'
import { openOn } from '../tests/cloudbase/cloud'
import { openGateway, type Gateway } from '../tests/cloudbase/gateway'
import type { BenchRow } from './row'
import { sideBySide } from './side-by-side'

const stored = 1_500
const pageSize = 50
const rounds = 7

/** What both a store and the bare thing beneath it can do; documents are made beforehand, under ids that are not taken. */
interface Deeds {
  get(id: string): Promise<unknown>
  /** A page in the middle of a union’s letters by rank. */
  page(from: number): Promise<unknown>
  insert(document: Letter): Promise<unknown>
  /** Three documents in one transaction. */
  three(documents: readonly Letter[]): Promise<unknown>
}

/** Both adapters of the store port, each beside what it stands on: libsql’s statements with an fsync each, and the bare SDK at the same gateway. */
export async function storeRows(): Promise<BenchRow[]> {
  return [...(await sqliteRows()), ...(await cloudbaseRows())]
}

async function sqliteRows(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-store-'))
  const store = openSqliteStore({ file: join(folder, 'ours.sqlite'), collections: [letters] })
  const bare = new Database(join(folder, 'bare.sqlite'))
  try {
    return await compared('SQLite', deedsOf(store), bareSqlite(bare), 'bare libsql', 400, {
      get: 0.4,
      page: 0.5,
      insert: 0.4,
      three: 0.5,
    })
  } finally {
    await store.close()
    bare.close()
    rmSync(folder, { recursive: true })
  }
}

async function cloudbaseRows(): Promise<BenchRow[]> {
  const gateway = await openGateway()
  const store = await openOn(gateway, [letters])
  try {
    const bare = await bareSdk(gateway)
    const rows = await compared('CloudBase', deedsOf(store), bare, 'bare SDK', 60, {
      get: 0.75,
      page: 0.6,
      insert: 0.7,
      // The note of the commit is one request more than the five that it takes without.
      three: 0.6,
    })
    return rows.map((row) => ({ ...row, note: 'gateway, SDK and adapter share one process: what counts is the ratio' }))
  } finally {
    await store.close()
    await gateway.close()
  }
}

async function compared(
  adapter: string,
  ours: Deeds,
  peer: Deeds,
  peerName: string,
  turns: number,
  least: Readonly<Record<keyof Deeds, number>>,
): Promise<BenchRow[]> {
  for (const side of [ours, peer])
    for (let at = 0; at < stored; at += 3) await side.three([at, at + 1, at + 2].map(document))
  const rows: BenchRow[] = []
  for (const { name, deed, run } of deedsMeasured(turns)) {
    const rates = await sideBySide(
      (round) => run(ours, round),
      (round) => run(peer, round),
      rounds,
    )
    const ratio = rates.ours / rates.peer
    const target = `≥ ${least[deed] * 100} % of ${peerName}`
    rows.push({ name: `${adapter}: ${name}`, ...rates, unit: '/s', ratio, target, ok: ratio >= least[deed] })
  }
  return rows
}

interface Measured {
  readonly name: string
  readonly deed: keyof Deeds
  run(side: Deeds, round: number): Promise<number>
}

function deedsMeasured(turns: number): readonly Measured[] {
  const each = (work: (side: Deeds, turn: number) => Promise<unknown>) => async (side: Deeds, round: number) => {
    for (let turn = 0; turn < turns; turn++) await work(side, round * turns + turn)
    return turns
  }
  const fresh = (name: string, turn: number) => letter('fresh', `${name}-${turn}`, { state: 'sent', rank: turn })
  return [
    { name: 'get', deed: 'get', run: each((side, turn) => side.get(document((turn * 7) % stored)._id)) },
    { name: `find ${pageSize}`, deed: 'page', run: each((side, turn) => side.page((turn * 7) % (stored - pageSize))) },
    { name: 'insert', deed: 'insert', run: each((side, turn) => side.insert(fresh('one', turn))) },
    {
      name: 'transact 3 documents',
      deed: 'three',
      run: each((side, turn) => side.three(['a', 'b', 'c'].map((name) => fresh(name, turn)))),
    },
  ]
}

function document(at: number): Letter {
  return letter('bench', `${at}`, { state: 'sent', rank: at, text: 'x'.repeat(400) })
}

function deedsOf(store: Store): Deeds {
  return {
    get: (id) => store.get(letters, id),
    page: (from) => store.find(letters, { index: 'byRank', equals: { union: 'bench' }, from, limit: pageSize }),
    insert: (one) => store.insert(letters, one),
    three: (documents) =>
      store.transact(async (tx) => {
        for (const one of documents) await tx.insert(letters, one)
      }),
  }
}

/** The same documents and indexes, written by hand: no schema, no cursor, no queue. */
function bareSqlite(database: Database.Database): Deeds {
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE letters (_id TEXT PRIMARY KEY, document TEXT, "union" TEXT, state TEXT, rank REAL, urgent INTEGER);
    CREATE INDEX by_state ON letters ("union", state, rank, _id);
    CREATE INDEX by_rank ON letters ("union", rank, _id);
    CREATE INDEX by_urgency ON letters ("union", urgent, _id)`)
  const get = database.prepare('SELECT document FROM letters WHERE _id = ?')
  const page = database.prepare(
    'SELECT document FROM letters WHERE "union" = ? AND rank >= ? ORDER BY rank, _id LIMIT ?',
  )
  const insert = database.prepare('INSERT INTO letters VALUES (?, ?, ?, ?, ?, NULL)')
  const write = (one: Letter) =>
    insert.run([one._id, JSON.stringify(one), one.union, one.state ?? null, one.rank ?? null])
  const read = (row: unknown): unknown => JSON.parse(String(Reflect.get(Object(row), 'document')))
  return {
    get: async (id) => read(get.get([id])),
    page: async (from) => page.all(['bench', from, pageSize]).map(read),
    insert: async (one) => write(one),
    three: async (documents) => {
      database.exec('BEGIN IMMEDIATE')
      for (const one of documents) write(one)
      database.exec('COMMIT')
    },
  }
}

/** The same documents as the SDK’s user would keep them, field by field. */
async function bareSdk({ url, env, credentials }: Gateway): Promise<Deeds> {
  const database = init({ serviceUrl: url, env, ...credentials, keepalive: true }).database()
  await database.createCollection('bare')
  const bare = () => database.collection('bare')
  return {
    get: (id) => bare().doc(id).get(),
    page: (from) =>
      bare()
        .where({ rank: { $gte: from, $lt: stored } })
        .orderBy('rank', 'asc')
        .limit(pageSize)
        .get(),
    insert: (one) => bare().add(one),
    three: async (documents) => {
      const transaction = await database.startTransaction()
      for (const one of documents) await transaction.collection('bare').add(one)
      await transaction.commit()
    },
  }
}
