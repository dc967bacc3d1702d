import { succeed } from '../../shared/core/outcome'
import type { Store } from '../../cloudfunctions/_kernel/store/port'
import type { WorldEntry } from './entry'

/** Few enough for a transaction of any adapter: CloudBase counts 100 operations. */
const batchSize = 90

/** Writes documents in transactions of bounded size, so that a big world needs no big memory and no store is asked for too much at once. Answers how many there were. */
export async function writeEntries(
  entries: Iterable<WorldEntry>,
  store: Store,
  written: (count: number) => void,
): Promise<number> {
  let batch: WorldEntry[] = []
  let count = 0
  for (const one of entries) {
    batch.push(one)
    if (batch.length >= batchSize) await flush()
  }
  await flush()
  return count

  async function flush() {
    const writing = batch
    batch = []
    await store.transact(async (tx) => {
      for (const one of writing) await one.write(tx)
      return succeed(undefined)
    })
    count += writing.length
    written(count)
  }
}
