import type { Runtime } from '../../_kernel/runtime'
import type { Collection, Query, Stored, Transaction } from '../../_kernel/store/port'

/** What is over, and how it goes. */
export interface Forgetting<D extends Stored> {
  readonly collection: Collection<D>
  /** Finds what may be over, the oldest first. */
  readonly query: Pick<Query<D>, 'index' | 'equals' | 'until'>
  /** Judged again in the transaction, since the document may have been touched meanwhile. */
  isOver(document: D): boolean
  /** What goes and what is written with it. At most five operations besides the removal. */
  along?(tx: Transaction, document: D): Promise<void>
  /** After the removal is on disk. Whoever is killed before it leaves an orphan, which is swept. */
  afterwards?(document: D): Promise<void>
}

/** 12 documents of at most 7 operations: a CloudBase transaction takes 100. */
const together = 12
/** 2,400 a run: more than an address may make in a minute at the gateway’s limit. */
const pagesPerRun = 200

/** Deletes what is over, page by page, and answers how many documents went. The rest of a long list goes with the next run. */
export async function forget<D extends Stored>(
  { collection, query, isOver, along, afterwards }: Forgetting<D>,
  { store }: Pick<Runtime, 'store'>,
): Promise<number> {
  let forgotten = 0
  for (let page = 0; page < pagesPerRun; page++) {
    const { documents } = await store.find(collection, { ...query, limit: together })
    const gone = await store.transact(async (tx) => {
      const removed: D[] = []
      for (const { _id } of documents) {
        const document = await tx.get(collection, _id)
        if (document === undefined || !isOver(document)) continue
        await along?.(tx, document)
        await tx.remove(collection, _id)
        removed.push(document)
      }
      return removed
    })
    for (const document of gone) await afterwards?.(document)
    forgotten += gone.length
    if (gone.length < together) break
  }
  return forgotten
}
