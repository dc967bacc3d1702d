import type { Store, Transaction } from '../../cloudfunctions/_kernel/store/port'

/**
 * What goes wrong at one operation of a call. `conflict`: somebody else’s commit came first, so the transaction’s work is rolled back and run once
 * more, as CloudBase does it.
 */
export const modes = ['late', 'error before', 'error after commit', 'conflict'] as const
export type Mode = (typeof modes)[number]

export interface FaultyStore {
  readonly store: Store
  /** Whether the call got as far as the operation that goes wrong. */
  readonly hit: () => boolean
  /** How many operations there were. */
  readonly used: () => number
}

/** The store with one operation that goes wrong: the `at`-th of this call. */
export function faulty(store: Store, at: number, mode: Mode): FaultyStore {
  let count = 0
  async function through<T>(operation: () => Promise<T>): Promise<T> {
    const isHit = count++ === at
    if (isHit && mode === 'error before') throw new Error('the connection was lost before')
    if (isHit && mode === 'late') await new Promise((resolve) => setTimeout(resolve, 10))
    const done = await operation()
    if (isHit && mode === 'error after commit') throw new Error('the connection was lost after')
    return done
  }
  return {
    hit: () => count > at,
    used: () => count,
    store: {
      get: (collection, id) => through(() => store.get(collection, id)),
      find: (collection, query) => through(() => store.find(collection, query)),
      count: (collection, selection) => through(() => store.count(collection, selection)),
      group: (collection, grouping) => through(() => store.group(collection, grouping)),
      insert: (collection, document) => through(() => store.insert(collection, document)),
      transact: (work) => {
        const twice = mode === 'conflict' && count === at
        return through(() => (twice ? ranTwice(store, work) : store.transact(work)))
      },
    },
  }
}

class Conflict extends Error {
  override readonly name = 'Conflict'
}

/** The work runs and its writes are lost; then it runs again, from the start, in a new transaction. */
async function ranTwice<T>(store: Store, work: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    await store.transact(async (tx) => {
      await work(tx)
      throw new Conflict()
    })
  } catch (fault) {
    if (!(fault instanceof Conflict)) throw fault
  }
  return store.transact(work)
}
