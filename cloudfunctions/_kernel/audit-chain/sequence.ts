import { auditEntries, auditHeads, type AuditRecord } from '../records/upkeep'
import type { Runtime } from '../runtime'
import type { Store } from '../store/port'
import { chainStart, linked } from './link'

type Ports = Pick<Runtime, 'store' | 'now'>

/** Links in one transaction; a CloudBase transaction takes 100 operations, and an entry is one read and one write. */
const together = 40

/**
 * 排序: chains every entry that waits, chain by chain, and answers how many it chained. Commands only insert, so that no union’s officers wait for
 * each other; the order within a chain is given here, by time. Two sequencers at once do each other no harm: one of them starts from what the other wrote.
 */
export async function sequenceAudit({ store, now }: Ports): Promise<number> {
  let chained = 0
  const waiting = await store.group(auditEntries, { index: 'waiting', equals: { seq: undefined }, by: 'chain' })
  for (const { value: chain } of waiting) {
    if (chain === undefined) throw new Error('an audit entry belongs to no chain')
    for (;;) {
      const done = await chainSome(store, chain, now)
      chained += done
      if (done < together) break
    }
  }
  return chained
}

async function chainSome(store: Store, chain: string, now: Ports['now']): Promise<number> {
  const { documents } = await store.find(auditEntries, {
    index: 'waiting',
    equals: { seq: undefined, chain },
    limit: together,
  })
  const at = now()
  await store.transact(async (tx) => {
    const head = (await tx.get(auditHeads, chain)) ?? { _id: chain, seq: 0, hash: chainStart, at }
    let { seq, hash } = head
    for (const { _id } of documents) {
      const entry: AuditRecord | undefined = await tx.get(auditEntries, _id)
      if (entry === undefined || entry.seq !== undefined) continue
      const link = linked(entry, seq + 1, hash)
      await tx.put(auditEntries, link)
      seq = link.seq
      hash = link.hash
    }
    if (seq > head.seq) await tx.put(auditHeads, { _id: chain, seq, hash, at })
  })
  return documents.length
}
