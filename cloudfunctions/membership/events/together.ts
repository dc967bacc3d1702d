import { succeed } from '../../../shared/core/outcome'
import type { EventItemRecord } from '../../_kernel/records/union-events'
import { CannotWrite, type Transaction } from '../../_kernel/store/port'
import type { EventPorts } from './ports'

/** What one person’s step writes, made ready before the transaction. */
export type Prepare = (item: EventItemRecord) => Promise<(tx: Transaction) => Promise<unknown>>

/**
 * A few people in one transaction. Where that fails, each by themself, and whose own step still fails is handed to `failed`: one broken record never holds up
 * the others. A store that takes nothing is nobody’s fault and is thrown.
 */
export async function together(
  items: readonly EventItemRecord[],
  prepare: Prepare,
  failed: (item: EventItemRecord, fault: unknown) => Promise<void>,
  { store }: Pick<EventPorts, 'store'>,
): Promise<void> {
  if (items.length === 0) return
  const all = async (some: readonly EventItemRecord[]) => {
    const writes = await Promise.all(some.map(prepare))
    await store.transact(async (tx) => {
      for (const write of writes) await write(tx)
      return succeed(undefined)
    })
  }
  try {
    await all(items)
    return
  } catch (fault) {
    if (fault instanceof CannotWrite) throw fault
  }
  for (const item of items) {
    try {
      await all([item])
    } catch (fault) {
      if (fault instanceof CannotWrite) throw fault
      await failed(item, fault)
    }
  }
}
