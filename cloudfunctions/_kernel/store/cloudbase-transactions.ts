import { randomUUID } from 'node:crypto'
import type { CommitLog } from './cloudbase-commits'
import type { CloudDatabase, CloudTransaction } from './cloudbase-database'
import { Conflict, isPassing, NoAnswer } from './cloudbase-faults'
import { persist, type Patience } from './cloudbase-retry'
import { documentOf, rowOf } from './cloudbase-rows'
import { DuplicateId, type AnyCollection, type Transaction } from './port'
import { isRefusal, within } from './transaction-work'

export interface TransactionOptions {
  readonly database: CloudDatabase
  readonly commits: CommitLog
  readonly patience: Patience
  /** After how long a transaction’s work is given up. */
  readonly workMs: number
  /** The collection’s name in the database. Throws for one that the store was not opened with. */
  readonly nameOf: (collection: AnyCollection) => string
}

/**
 * Runs the work in a transaction and commits what it wrote, again from the start where others were faster or the connection was lost, with pauses drawn at
 * random, until the deadline. Throws what the work threw, `Conflict` or `NoAnswer` after the deadline, `OutcomeUnknown` where it cannot be learned whether a
 * commit arrived.
 */
export function transactOn<T>(options: TransactionOptions, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return persist(options.patience, isPassing, () => attempt(options, work))
}

async function attempt<T>(options: TransactionOptions, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const id = randomUUID()
  const session = await options.database.begin()
  const line = oneByOne()
  try {
    const value = await within(options.workMs, () => work(transactionOf(options, session, line, id)))
    await line.close()
    if (isRefusal(value) || !line.wrote) {
      await abandon(session)
      return value
    }
    await options.commits.note(session, id)
    await settled(options.commits, session, id)
    return value
  } catch (fault) {
    await line.close().catch(() => {})
    await abandon(session)
    // The work may have thrown because of a call that failed: whether another attempt helps is for that call to say.
    throw line.broken ?? fault
  }
}

/** Commits. Where the answer is lost, the log of commits tells whether it was done; throws where it was not. */
async function settled(commits: CommitLog, session: CloudTransaction, id: string): Promise<void> {
  try {
    await session.commit()
  } catch (fault) {
    if (fault instanceof Conflict) throw fault
    // Frees what the transaction still holds, if it is still open. What this call answers proves nothing.
    await abandon(session)
    if (!(await commits.arrived(id))) throw fault
  }
}

/** Worth some trouble, because others wait for what it holds; one that cannot be told ends by itself after 30 s. */
const abandonPatience: Patience = { deadlineMs: 2_000, firstPauseMs: 10, longestPauseMs: 500 }

async function abandon(session: CloudTransaction): Promise<void> {
  await persist(
    abandonPatience,
    (fault) => fault instanceof NoAnswer,
    () => session.abort(),
  ).catch(() => {})
}

/** The calls of one transaction: the service takes one at a time, so parallel ones wait for each other. */
interface Line {
  /** Whether anything was written. */
  readonly wrote: boolean
  /** The first fault of a call: after it the server has given up the transaction, and nothing more is sent. */
  readonly broken: unknown
  read<T>(call: () => Promise<T>): Promise<T>
  write<T>(call: () => Promise<T>): Promise<T>
  /** Refuses later calls, waits for those under way, and throws where one of them failed. */
  close(): Promise<void>
}

function oneByOne(): Line {
  let last: Promise<unknown> = Promise.resolve()
  let open = true
  let wrote = false
  let broken: unknown

  function next<T>(call: () => Promise<T>): Promise<T> {
    if (!open) return Promise.reject(new Error('this transaction is over'))
    const turn = last.then(async () => {
      if (broken !== undefined) throw broken
      try {
        return await call()
      } catch (fault) {
        broken ??= fault
        throw fault
      }
    })
    last = turn.catch(() => {})
    return turn
  }

  return {
    get wrote() {
      return wrote
    },
    get broken() {
      return broken
    },
    read: next,
    write: (call) => {
      wrote = true
      return next(call)
    },
    close: async () => {
      open = false
      await last
      if (broken !== undefined) throw broken
    },
  }
}

function transactionOf({ nameOf }: TransactionOptions, session: CloudTransaction, line: Line, id: string): Transaction {
  return {
    get: async (collection, documentId) => {
      const name = nameOf(collection)
      const row = await line.read(() => session.get(name, documentId))
      return row === undefined ? undefined : documentOf(collection, row)
    },
    insert: async (collection, document) => {
      const name = nameOf(collection)
      const row = rowOf(collection, document, id)
      await line.write(async () => {
        if (!(await session.insert(name, row))) throw new DuplicateId(collection.name, row._id)
      })
    },
    put: async (collection, document) => {
      const name = nameOf(collection)
      const row = rowOf(collection, document)
      await line.write(() => session.put(name, row))
    },
    remove: async (collection, documentId) => {
      const name = nameOf(collection)
      await line.write(() => session.remove(name, documentId))
    },
  }
}
