import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Connection } from './sqlite-connection'
import { isRefusal, within } from './transaction-work'

export interface QueueLimits {
  /** How many transactions may share one commit. */
  readonly together: number
  /** How long one transaction’s work may take before it is given up, so that a hanging one does not hold up all others. */
  readonly workMs: number
}

/**
 * 排队: transactions run one at a time, each in a savepoint of its own, and those that wait together share one commit. A failing one
 * rolls back its savepoint alone. Nobody is answered before the commit is on disk, not even a refused one: what it saw may have been
 * written by its neighbour. When the commit fails, all of them fail.
 */
export interface CommitQueue {
  /** Runs the work and answers what it answered. Work that throws or answers an object with `ok: false` leaves nothing behind. */
  submit<T>(work: (turn: Turn) => Promise<T>): Promise<T>
  /** Runs what cannot run in a transaction, between two commits. */
  between(work: () => void): Promise<void>
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>
}

/** A transaction’s time on the connection. Work that was given up may still run on: it finds its turn no longer open. */
export interface Turn {
  readonly open: boolean
}

interface Job {
  attempt(): Promise<void>
  acknowledge(): void
  fail(fault: unknown): void
}

export function commitQueue(connection: Connection, limits: QueueLimits): CommitQueue {
  const waiting: Job[] = []
  const turns = new AsyncLocalStorage<Turn>()
  let running: Promise<void> | undefined

  return {
    submit: async (work) => {
      if (turns.getStore()?.open === true)
        throw new Error('a transaction inside a transaction would wait for itself: use tx')
      return new Promise((resolve, reject) => {
        waiting.push(jobOf(() => turnOf(work), connection, { resolve, reject }))
        running ??= runAll()
      })
    },
    between: async (work) => {
      while (running !== undefined) await running
      work()
    },
    idle: async () => {
      await running
    },
  }

  async function runAll(): Promise<void> {
    while (waiting.length > 0) {
      // Whoever is ready to write in this turn of the event loop shares the commit.
      await nextTurn()
      await commitTogether(connection, waiting.splice(0, limits.together))
    }
    running = undefined
  }

  async function turnOf<T>(work: (turn: Turn) => Promise<T>): Promise<T> {
    const turn = { open: true }
    try {
      return await turns.run(turn, () => within(limits.workMs, () => work(turn)))
    } finally {
      turn.open = false
    }
  }
}

async function commitTogether(connection: Connection, jobs: readonly Job[]): Promise<void> {
  try {
    connection.execute('BEGIN IMMEDIATE')
    for (const job of jobs) await job.attempt()
    connection.execute('COMMIT')
  } catch (fault) {
    for (const job of jobs) job.fail(fault)
    if (connection.inTransaction) rollBack(connection)
    return
  }
  for (const job of jobs) job.acknowledge()
}

/** A connection that cannot even roll back refuses every later BEGIN: those who wait are told then. */
function rollBack(connection: Connection): void {
  try {
    connection.execute('ROLLBACK')
  } catch {
    return
  }
}

interface Promised<T> {
  resolve(value: T): void
  reject(fault: unknown): void
}

function jobOf<T>(work: () => Promise<T>, connection: Connection, caller: Promised<T>): Job {
  let answer = () => caller.reject(new Error('the transaction did not run'))
  return {
    attempt: async () => {
      connection.change('SAVEPOINT work', [])
      try {
        const value = await work()
        answer = () => caller.resolve(value)
        if (isRefusal(value)) connection.change('ROLLBACK TO work', [])
      } catch (fault) {
        // After a full disk or the like SQLite has given up the whole transaction by itself.
        if (!connection.inTransaction) throw fault
        answer = () => caller.reject(fault)
        connection.change('ROLLBACK TO work', [])
      }
      connection.change('RELEASE work', [])
    },
    acknowledge: () => answer(),
    fail: (fault) => caller.reject(fault),
  }
}
