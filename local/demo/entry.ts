import type { Collection, Stored, Transaction } from '../../cloudfunctions/_kernel/store/port'

/** One document of the demo world on its way into the store. */
export interface WorldEntry {
  readonly collection: string
  readonly document: unknown
  /** What the collection’s schema says of it; for the test of the whole world. */
  readonly valid: () => boolean
  write(tx: Transaction): Promise<void>
}

export function entry<T extends Stored>(collection: Collection<T>, document: T): WorldEntry {
  return {
    collection: collection.name,
    document,
    valid: () => collection.schema.safeParse(document).success,
    write: (tx) => tx.insert(collection, document),
  }
}
