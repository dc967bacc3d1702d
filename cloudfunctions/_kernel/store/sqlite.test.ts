import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeStore, type OpenedStore } from './contract'
import { contractCollections, counters, letter, letters, type Letter } from './contract-letters'
import { collection } from './port'
import { openSqliteStore, type SqliteOptions } from './sqlite'
import { openConnection } from './sqlite-connection'
import { CannotOpenStore } from './sqlite-files'
import type { Arrivals } from './sqlite-table'

const folder = mkdtempSync(join(tmpdir(), 'store-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const newFile = () => join(folder, `${++files}.sqlite`)
const openAt = (file: string, options: Partial<SqliteOptions> = {}) =>
  openSqliteStore({ file, collections: contractCollections, ...options })

describe.each(['kept', 'hidden'] as const)('arrivals %s', (arrivals) => {
  describeStore('SQLite', async () => restartable(newFile(), arrivals))
})

function restartable(file: string, arrivals: Arrivals): OpenedStore {
  const store = openAt(file, { arrivals })
  const close = () => store.close()
  return {
    store,
    close,
    reopen: async () => {
      await close()
      return restartable(file, arrivals)
    },
  }
}

describe('opening', () => {
  test('makes the folder, and a second opener is told that the file is in use', async () => {
    const file = join(folder, 'new', 'deeper', 'home.sqlite')
    const store = openAt(file)
    expect(() => openAt(file)).toThrow(CannotOpenStore)
    expect(() => openAt(file)).toThrow('in use')
    expect(await store.insert(counters, { _id: 'a', value: 1 })).toEqual({ ok: true })
    await store.close()
    const again = openAt(file)
    expect(await again.get(counters, 'a')).toEqual({ _id: 'a', value: 1 })
    await again.close()
  })

  test('tells what is no database, and leaves it as it is', () => {
    const file = newFile()
    writeFileSync(file, 'a letter to the union, longer than the header of a database. '.repeat(100))
    const before = statSync(file)
    expect(() => openAt(file)).toThrow(/cannot be opened: .*not a database/)
    expect(statSync(file).size).toBe(before.size)
  })

  test('tells the database of another program, and leaves it as it is', () => {
    const file = newFile()
    const other = openConnection(file)
    other.execute('CREATE TABLE accounts (id INTEGER)')
    expect(() => openAt(file)).toThrow('another program')
    expect(other.all('SELECT name FROM sqlite_master', [])).toEqual([['accounts']])
  })

  test('tells a folder that cannot be one', () => {
    const file = newFile()
    writeFileSync(file, '')
    expect(() => openAt(join(file, 'home.sqlite'))).toThrow(/no folder where the store can be written/)
  })

  test('fills an index that is declared later and drops one that is declared no more', async () => {
    const file = newFile()
    const first = openAt(file)
    await first.insert(letters, letter('union', 'a', { text: 'x' }))
    await first.close()

    const byText = collection<Letter>({
      name: letters.name,
      schema: letters.schema,
      indexes: { byText: ['text'], byRank: ['union', 'rank'] },
    })
    const second = openAt(file, { collections: [byText] })
    expect(await second.count(byText, { index: 'byText', equals: { text: 'x' } })).toBe(1)
    expect(await second.count(byText, { index: 'byRank', equals: { union: 'union' } })).toBe(1)
    await second.close()

    const indexes = `SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name`
    const names = openConnection(file).all(indexes, [letters.name])
    expect(names).toEqual([['contractLetters_text'], ['contractLetters_union_rank']])
  })

  test('refuses a collection that it was not opened with', async () => {
    const store = openAt(newFile(), { collections: [letters] })
    await expect(store.get(counters, 'a')).rejects.toThrow('contractCounters')
    await expect(store.insert(counters, { _id: 'a', value: 1 })).rejects.toThrow('contractCounters')
    await expect(store.transact((tx) => tx.put(counters, { _id: 'a', value: 1 }))).rejects.toThrow('contractCounters')
    await store.close()
  })

  test.each(['has space', 'semi;colon', 'quote"d', '', 'sqlite_master'])('%j cannot name a collection', (name) => {
    expect(() => collection({ ...counters, name })).toThrow()
  })
})

describe('closing', () => {
  test('lets waiting transactions finish, folds the log into the file, and refuses every later call', async () => {
    const file = newFile()
    const store = openAt(file)
    const writes = Array.from({ length: 20 }, (_, at) => store.insert(counters, { _id: `${at}`, value: at }))
    await store.close()
    expect(await Promise.all(writes)).toEqual(writes.map(() => ({ ok: true })))
    expect(existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0).toBe(0)
    await expect(store.get(counters, '1')).rejects.toThrow('closed')
    await expect(store.insert(counters, { _id: 'late', value: 1 })).rejects.toThrow('closed')
    await expect(store.transact(async () => 1)).rejects.toThrow('closed')

    const again = openAt(file)
    expect(await again.count(counters, { index: 'all', equals: {} })).toBe(20)
    await again.close()
  })
})

describe('where arrivals are hidden', () => {
  /** What somebody finds who has the file and its log, byte for byte, in the order of the bytes. */
  const found = (file: string, ids: readonly string[]) => {
    const bytes = [file, `${file}-wal`].map((each) => (existsSync(each) ? readFileSync(each, 'latin1') : '')).join('')
    return ids.filter((id) => bytes.includes(id))
  }
  const ids = Array.from({ length: 300 }, (_, at) => createHash('sha256').update(`${at}`).digest('base64url'))
  const filled = async (order: readonly string[]) => {
    const file = newFile()
    const store = openAt(file, { arrivals: 'hidden' })
    for (const _id of order) await store.insert(counters, { _id, value: 1 })
    return { file, store }
  }

  test('two files with the same content, compacted, differ in nothing that tells an order', async () => {
    const orders = [ids, [...ids].reverse(), [...ids].sort()]
    const pages = await Promise.all(
      orders.map(async (order) => {
        const { file, store } = await filled(order)
        await store.compact()
        expect(statSync(`${file}-wal`).size).toBe(0)
        await store.close()
        // The header counts changes; every page after it is content.
        return readFileSync(file).subarray(100).toString('base64')
      }),
    )
    expect(new Set(pages).size).toBe(1)
  })

  test('what was removed is nowhere in the files', async () => {
    const { file, store } = await filled(ids)
    const gone = ids.slice(0, 150)
    await store.transact(async (tx) => {
      for (const id of gone) await tx.remove(counters, id)
    })
    expect(found(file, gone)).not.toEqual([])
    await store.compact()
    expect(found(file, gone)).toEqual([])
    expect(found(file, ids)).toHaveLength(150)
    await store.close()
  })

  test('compacting waits for those who write and loses none of them; they go on afterwards', async () => {
    const { store } = await filled([])
    const before = ids.slice(0, 100).map((_id) => store.insert(counters, { _id, value: 1 }))
    const compacted = store.compact()
    const after = ids.slice(100).map((_id) => store.insert(counters, { _id, value: 1 }))
    await Promise.all([...before, compacted, ...after])
    expect(await store.count(counters, { index: 'all', equals: {} })).toBe(300)
    await store.close()
    await expect(store.compact()).rejects.toThrow('closed')
  })

  test('a process that reads on is told, and nothing is lost', async () => {
    const { file, store } = await filled(ids)
    const other = openConnection(file)
    other.execute('BEGIN')
    other.all('SELECT count(*) FROM contractCounters', [])
    await expect(store.compact()).rejects.toThrow(/another process|locked/)
    other.execute('ROLLBACK')
    await store.compact()
    expect(await store.count(counters, { index: 'all', equals: {} })).toBe(300)
    await store.close()
  }, 600_000)
})

describe('a transaction that misbehaves', () => {
  test('is told at once when it waits for another transaction, which would never come', async () => {
    const store = openAt(newFile())
    const nested = store.transact(async (tx) => {
      await tx.put(counters, { _id: 'outer', value: 1 })
      await store.insert(counters, { _id: 'inner', value: 1 })
    })
    await expect(nested).rejects.toThrow('inside a transaction')
    expect(await store.count(counters, { index: 'all', equals: {} })).toBe(0)
    await store.close()
  })

  test('is given up when it hangs; others go on, and what it does later does not count', async () => {
    const store = openAt(newFile(), { transactionLimitMs: 50 })
    let wake = () => {}
    const late: Promise<unknown>[] = []
    const hanging = store.transact(async (tx) => {
      await tx.put(counters, { _id: 'hanging', value: 1 })
      await new Promise<void>((resolve) => (wake = resolve))
      late.push(tx.put(counters, { _id: 'hanging', value: 2 }))
    })
    const next = store.insert(counters, { _id: 'next', value: 1 })
    await expect(hanging).rejects.toThrow('given up')
    expect(await next).toEqual({ ok: true })
    wake()
    await Promise.resolve()
    await expect(Promise.all(late)).rejects.toThrow('over')
    expect(late).toHaveLength(1)
    expect(await store.get(counters, 'hanging')).toBeUndefined()
    await store.close()
  })

  test('and breaks the database’s own transaction fails those who share its commit, and nobody after them', async () => {
    const file = newFile()
    const store = openAt(file)
    openConnection(file).execute(
      `CREATE TRIGGER breaks BEFORE INSERT ON contractCounters WHEN NEW._id = 'breaking' BEGIN SELECT RAISE(ROLLBACK, 'disk full'); END`,
    )
    const sharing = ['before', 'breaking', 'after'].map((id) => store.insert(counters, { _id: id, value: 1 }))
    for (const one of await Promise.allSettled(sharing))
      expect(one).toMatchObject({ status: 'rejected', reason: { message: 'disk full' } })
    expect(await store.count(counters, { index: 'all', equals: {} })).toBe(0)
    expect(await store.insert(counters, { _id: 'after', value: 2 })).toEqual({ ok: true })
    await store.close()
  })
})
