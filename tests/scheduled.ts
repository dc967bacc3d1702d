import type fc from 'fast-check'
import type { Store } from '../cloudfunctions/_kernel/store/port'

/** The real store, where the order in which operations begin is the scheduler’s. */
export function scheduled(store: Store, scheduler: fc.Scheduler): Store {
  const turn = (what: string) => scheduler.schedule(Promise.resolve(), what)
  return {
    get: async (collection, id) => (await turn(`get ${collection.name}`), store.get(collection, id)),
    find: async (collection, query) => (await turn(`find ${collection.name}`), store.find(collection, query)),
    count: async (collection, selection) => (
      await turn(`count ${collection.name}`),
      store.count(collection, selection)
    ),
    group: async (collection, grouping) => (await turn(`group ${collection.name}`), store.group(collection, grouping)),
    insert: async (collection, document) => (
      await turn(`insert ${collection.name}`),
      store.insert(collection, document)
    ),
    transact: async (work) => (await turn('transact'), store.transact(work)),
  }
}
