import { randomUUID } from 'node:crypto'
import { faults } from './gateway-faults'
import type { Document } from './gateway-queries'
import type { Change, Versions } from './gateway-versions'

/**
 * Transactions as the platform describes them (https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/transaction.html): they read a snapshot
 * and their own writes; a document that one of them has written is locked, so that another transaction’s write to it fails at once and a plain write waits;
 * a write to a document that was changed after the snapshot fails. A transaction that met a fault is over, and so is one after 30 s.
 */
export interface Transactions {
  begin(): string
  read(transaction: string, collection: string, id: string): Document | undefined
  /** Throws where the snapshot holds the id. */
  insert(transaction: string, collection: string, document: Document): void
  write(transaction: string, change: Change): void
  commit(transaction: string): void
  abort(transaction: string): void
  /** Whether an open transaction has written this document. */
  locked(collection: string, id: string): boolean
  /** The oldest commit that a snapshot still looks at. */
  oldest(): number
}

export const limits = { transactionMs: 30_000, operations: 100 }

interface Open {
  readonly id: string
  readonly ends: number
  /** Taken by the first operation. */
  snapshot?: number
  operations: number
  readonly changes: Map<string, Change>
}

export function transactions(versions: Versions, now: () => number): Transactions {
  const open = new Map<string, Open>()
  const locks = new Map<string, string>()
  const place = (collection: string, id: string) => `${collection}/${id}`

  function end({ id, changes }: Open): void {
    open.delete(id)
    for (const key of changes.keys()) if (locks.get(key) === id) locks.delete(key)
  }

  function found(id: string): Open {
    for (const one of open.values()) if (one.ends <= now()) end(one)
    const transaction = open.get(id)
    if (transaction === undefined) throw faults.gone()
    return transaction
  }

  /** Counts the operation and takes the snapshot. What fails ends the transaction. */
  function operate<T>(id: string, operation: (transaction: Open, snapshot: number) => T): T {
    const transaction = found(id)
    try {
      if (++transaction.operations > limits.operations) throw faults.tooManyOperations()
      transaction.snapshot ??= versions.newest
      return operation(transaction, transaction.snapshot)
    } catch (fault) {
      end(transaction)
      throw fault
    }
  }

  function seen({ changes }: Open, snapshot: number, collection: string, id: string): Document | undefined {
    const own = changes.get(place(collection, id))
    return own === undefined ? versions.read(collection, id, snapshot) : own.document
  }

  function change(transaction: Open, snapshot: number, one: Change): void {
    const key = place(one.collection, one.id)
    const holder = locks.get(key)
    if (holder !== undefined && holder !== transaction.id) throw faults.conflict()
    if (versions.changedSince(one.collection, one.id, snapshot)) throw faults.conflict()
    locks.set(key, transaction.id)
    transaction.changes.set(key, one)
  }

  return {
    begin: () => {
      const id = randomUUID()
      open.set(id, { id, ends: now() + limits.transactionMs, operations: 0, changes: new Map() })
      return id
    },
    read: (id, collection, documentId) =>
      operate(id, (transaction, snapshot) => seen(transaction, snapshot, collection, documentId)),
    insert: (id, collection, document) =>
      operate(id, (transaction, snapshot) => {
        if (seen(transaction, snapshot, collection, document._id) !== undefined)
          throw faults.duplicateInside(collection, document._id)
        change(transaction, snapshot, { collection, id: document._id, document })
      }),
    write: (id, one) => operate(id, (transaction, snapshot) => change(transaction, snapshot, one)),
    commit: (id) => {
      const transaction = found(id)
      end(transaction)
      if (transaction.changes.size > 0) versions.commit([...transaction.changes.values()], oldest())
    },
    abort: (id) => end(found(id)),
    locked: (collection, id) => {
      const holder = locks.get(place(collection, id))
      const transaction = holder === undefined ? undefined : open.get(holder)
      if (transaction === undefined) return false
      if (transaction.ends > now()) return true
      end(transaction)
      return false
    },
    oldest,
  }

  function oldest(): number {
    return Math.min(versions.newest, ...[...open.values()].map(({ snapshot = versions.newest }) => snapshot))
  }
}
