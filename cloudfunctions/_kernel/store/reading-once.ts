import type { Collection, Store, Stored } from './port'

const beneath = new WeakMap<object, object>()

/** The store that a process was opened with, by which what it keeps in memory is told apart from another’s. */
export function storeBeneath(store: object): object {
  return beneath.get(store) ?? store
}

/**
 * The same store, where a document that was read is not read again: for the part of one call that gathers what a rule needs. What a transaction decides on is
 * read inside the transaction, so nothing rests on what was remembered here.
 */
export function readingOnce(store: Store): Store {
  const read = new Map<string, Promise<unknown>>()
  const once: Store = {
    get<D extends Stored>(collection: Collection<D>, id: string): Promise<D | undefined> {
      const key = `${collection.name}/${id}`
      const known = read.get(key)
      if (known !== undefined) return known as Promise<D | undefined>
      const reading = store.get(collection, id)
      read.set(key, reading)
      return reading
    },
    find: (collection, query) => store.find(collection, query),
    count: (collection, selection) => store.count(collection, selection),
    group: (collection, grouping) => store.group(collection, grouping),
    insert: (collection, document) => store.insert(collection, document),
    transact: (work) => store.transact(work),
  }
  beneath.set(once, storeBeneath(store))
  return once
}
