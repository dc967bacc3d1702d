import { checked } from './documents'
import { pageOf, planCount, planGrouping, planQuery } from './plan'
import type { AnyCollection, Store } from './port'
import { compactOn } from './sqlite-compact'
import { openFiles, type Synchronous } from './sqlite-files'
import { commitQueue } from './sqlite-queue'
import { countSql, createTable, findSql, groupSql, type Arrivals } from './sqlite-table'
import { documentOf, getOn, insertOn, transactionOn, valueOf } from './sqlite-documents'

export interface SqliteOptions {
  /** The database file; it and its folder are made where there is none. `{file}-lock` beside it keeps a second opener out. */
  readonly file: string
  readonly collections: readonly AnyCollection[]
  /** Whether the file tells in which order documents came; `kept` unless said. */
  readonly arrivals?: Arrivals
  /** Whether a commit waits for the disk; `full` unless said. `off` only where nobody misses what a power cut takes, as in a folder of a test. */
  readonly synchronous?: Synchronous
  /** How many transactions may share one fsync; 1 gives each its own. */
  readonly together?: number
  /** After how long a transaction’s work is given up. */
  readonly transactionLimitMs?: number
}

export interface SqliteStore extends Store {
  /**
   * Writes the file anew in the order of ids and empties the write-ahead log: neither shows any more what came before what, and what was removed is gone. Throws
   * where the disk has no room for it, or another process reads on; nothing is lost then.
   */
  compact(): Promise<void>
  /** Lets waiting transactions finish, folds the write-ahead log into the file, and gives the file free. Calls after it are refused. */
  close(): Promise<void>
}

/**
 * The embedded store on libsql: write-ahead log, synchronous=FULL. Writes go through one connection and its queue; reads outside of
 * transactions have a connection of their own, so that they see what is committed and nothing else.
 * Throws `CannotOpenStore` where the file is in use, not ours, or not to be written.
 */
export function openSqliteStore(options: SqliteOptions): SqliteStore {
  const { file, collections, arrivals = 'kept', together = 256, transactionLimitMs = 30_000 } = options
  const { writer, reader, release } = openFiles(file, options.synchronous ?? 'full', (connection) => {
    for (const collection of collections) createTable(connection, collection, arrivals)
  })
  if (arrivals === 'hidden') writer.execute('PRAGMA secure_delete = ON')
  const queue = commitQueue(writer, { together, workMs: transactionLimitMs })
  const known = new Map(collections.map((collection) => [collection.name, collection]))
  let open = true

  /** Refuses a closed store and a collection that has no table. */
  function expect(collection: AnyCollection): void {
    expectOpen()
    if (!known.has(collection.name)) throw new Error(`the store was opened without the collection ${collection.name}`)
  }
  function expectOpen(): void {
    if (!open) throw new Error('the store is closed')
  }

  return {
    get: async (collection, id) => {
      expect(collection)
      return getOn(reader, collection, id)
    },
    find: async (collection, query) => {
      expect(collection)
      const plan = planQuery(collection, query)
      const { text, values } = findSql(collection, plan)
      return pageOf(
        query,
        plan,
        reader.all(text, values).map((row) => documentOf(collection, row)),
      )
    },
    count: async (collection, counting) => {
      expect(collection)
      const { text, values } = countSql(collection, planCount(collection, counting))
      return Number(reader.first(text, values)?.[0])
    },
    group: async (collection, { index, equals, by }) => {
      expect(collection)
      const plan = planGrouping(collection, { index, equals, by })
      const { text, values } = groupSql(collection, plan)
      return reader.all(text, values).map(([count, value]) => ({ value: valueOf(value), count: Number(count) }))
    },
    insert: async (collection, document) => {
      expect(collection)
      const sound = checked(collection, document)
      return queue.submit(async () =>
        insertOn(writer, collection, sound) ? { ok: true } : { ok: false, reason: 'DUPLICATE' },
      )
    },
    transact: async (work) => {
      expectOpen()
      return queue.submit((turn) => work(transactionOn(writer, turn, expect)))
    },
    compact: async () => {
      expectOpen()
      await queue.between(() => compactOn(writer))
    },
    close: async () => {
      expectOpen()
      open = false
      await queue.idle()
      release()
    },
  }
}
