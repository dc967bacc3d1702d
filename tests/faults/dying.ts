import type { Runtime } from '../../cloudfunctions/_kernel/runtime'

/** A process that is killed after every so many transactions, each of which is written. */
export function dyingEvery(many: number, runtime: Runtime): Runtime {
  const { store } = runtime
  let written = 0
  return {
    ...runtime,
    log: () => {},
    store: {
      get: store.get.bind(store),
      find: store.find.bind(store),
      count: store.count.bind(store),
      group: store.group.bind(store),
      insert: store.insert.bind(store),
      transact: async (work) => {
        const done = await store.transact(work)
        if (++written % many === 0) throw new Error('killed after the write')
        return done
      },
    },
  }
}
