import type { Runtime } from '../../cloudfunctions/_kernel/runtime'
import type { Store, Transaction } from '../../cloudfunctions/_kernel/store/port'

/**
 * What goes wrong at one operation of a call. `conflict`: somebody else’s commit came first, so the transaction’s work is rolled back and run once
 * more, as CloudBase does it.
 */
export const modes = ['late', 'error before', 'error after commit', 'conflict'] as const
export type Mode = (typeof modes)[number]

export interface FaultyStores extends Pick<Runtime, 'store' | 'ballots'> {
  /** Whether the call got as far as the operation that goes wrong. */
  readonly hit: () => boolean
  /** How many operations there were. */
  readonly used: () => number
}

/** Both stores with one operation that goes wrong: the `at`-th of this call, wherever it is made. */
export function faulty({ store, ballots }: Pick<Runtime, 'store' | 'ballots'>, at: number, mode: Mode): FaultyStores {
  let count = 0
  async function through<T>(operation: () => Promise<T>): Promise<T> {
    const isHit = count++ === at
    if (isHit && mode === 'error before') throw new Error('the connection was lost before')
    if (isHit && mode === 'late') await new Promise((resolve) => setTimeout(resolve, 10))
    const done = await operation()
    if (isHit && mode === 'error after commit') throw new Error('the connection was lost after')
    return done
  }
  const faultyOf = (sound: Store): Store => ({
    get: (collection, id) => through(() => sound.get(collection, id)),
    find: (collection, query) => through(() => sound.find(collection, query)),
    count: (collection, selection) => through(() => sound.count(collection, selection)),
    group: (collection, grouping) => through(() => sound.group(collection, grouping)),
    insert: (collection, document) => through(() => sound.insert(collection, document)),
    transact: (work) => {
      const twice = mode === 'conflict' && count === at
      return through(() => (twice ? ranTwice(sound, work) : sound.transact(work)))
    },
  })
  return {
    hit: () => count > at,
    used: () => count,
    store: faultyOf(store),
    ballots: { ...faultyOf(ballots), compact: () => ballots.compact() },
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
