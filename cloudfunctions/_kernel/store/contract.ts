import { describeDocuments } from './contract-documents'
import { counters, newUnion } from './contract-letters'
import { describeLosses, type Losing } from './contract-losses'
import { describeModel } from './contract-model'
import { describeQueries } from './contract-queries'
import { describeRaces } from './contract-races'
import { describeTransactions } from './contract-transactions'
import type { Store } from './port'

/** A store with the collections of `contract-letters.ts`, empty at first. */
export interface OpenedStore {
  readonly store: Store
  /** Closes the store and opens it again on the same data, as a restarted process would. */
  reopen(): Promise<OpenedStore>
  close(): Promise<void>
}

/** What every adapter of the store port must do, as tests. Called from the adapter’s own test file; `lose` where the store is behind a connection. */
export function describeStore(name: string, open: () => Promise<OpenedStore>, lose?: Losing): void {
  describe(`the store port on ${name}`, () => {
    let opened: OpenedStore | undefined
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened?.close())
    const store = () => {
      if (opened === undefined) throw new Error('the store did not open')
      return opened.store
    }

    describeDocuments(store)
    describeQueries(store)
    describeTransactions(store)
    describeRaces(store)
    describeModel(store)
    if (lose !== undefined) describeLosses(store, lose)

    test('what was acknowledged is there after a restart', async () => {
      const id = newUnion()
      await store().insert(counters, { _id: id, value: 7 })
      opened = await opened?.reopen()
      expect(await store().get(counters, id)).toEqual({ _id: id, value: 7 })
      expect(await store().insert(counters, { _id: id, value: 8 })).toEqual({ ok: false, reason: 'DUPLICATE' })
    })
  })
}
