import { UnionId } from '../../../shared/core/ids'
import { chinaDay } from '../../../shared/core/time'
import { unions } from '../records/registry'
import { auditEntries, auditHeads, type AuditHead, type AuditRecord } from '../records/upkeep'
import type { Runtime } from '../runtime'
import type { Store } from '../store/port'
import { systemChain } from './link'

type Ports = Pick<Runtime, 'store' | 'now'>

export const witnessAction = 'audit.witness'
export const witnessSubject = (chain: string) => `chain:${chain}`

const pageSize = 200

/**
 * 会签: once a day the union above writes down where each chain below it ends, in its own chain; the topmost do so in the system’s, and the first of them
 * writes down the system’s. Whoever rewrites a chain has to rewrite every chain above it as well. Answers how many were witnessed now.
 */
export async function witnessHeads({ store, now }: Ports): Promise<number> {
  const at = now()
  const day = chinaDay(at)
  let witnessed = 0
  let cursor: string | undefined
  do {
    const page = await store.find(auditHeads, {
      index: 'byTime',
      equals: {},
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const head of page.documents) {
      const above = await chainAbove(head._id, store)
      const record: AuditRecord = {
        _id: `witness:${head._id}:${day}`,
        at,
        actor: 'clock',
        action: witnessAction,
        subject: witnessSubject(head._id),
        witnessed: { seq: head.seq, hash: head.hash },
        chain: above,
      }
      const kept = await store.insert(auditEntries, record)
      if (kept.ok) witnessed += 1
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return witnessed
}

async function chainAbove(chain: AuditHead['_id'], store: Store): Promise<string> {
  const union = chain === systemChain ? undefined : await store.get(unions, UnionId.parse(chain))
  if (union !== undefined) return union.parent ?? systemChain
  const { documents } = await store.find(unions, { index: 'byParent', equals: { parent: undefined }, limit: 1 })
  return documents[0]?._id ?? systemChain
}
