import { UnionId } from '../../../shared/core/ids'
import { chinaDay, type IsoTime } from '../../../shared/core/time'
import { stepOfDailyRound } from '../operations/daily-round'
import { unions } from '../records/registry'
import { auditEntries, type AuditHead, type AuditRecord } from '../records/upkeep'
import type { Runtime } from '../runtime'
import type { Store } from '../store/port'
import { chainsAfter } from './chains'
import { systemChain } from './link'

type Ports = Pick<Runtime, 'store' | 'now'>

export const witnessAction = 'audit.witness'
export const witnessSubject = (chain: string) => `chain:${chain}`

export const witnessJob = 'audit.witness'
/** Chains in one run: two requests each, and a city has 28,000 of them. */
const together = 200

/**
 * 会签: once a day the union above writes down where each chain below it ends, in its own chain; the topmost do so in the system’s, and the first of them
 * writes down the system’s. Whoever rewrites a chain has to rewrite every chain above it as well. Some chains at each run, each once a day; a chain that begins
 * after the day’s round has passed its name is witnessed the next day. Answers how many were witnessed now.
 */
export function witnessHeads({ store, now }: Ports, limit = together): Promise<number> {
  return stepOfDailyRound(witnessJob, { store, now }, async (from) => {
    const at = now()
    const { heads, last } = await chainsAfter(from, limit, store)
    let witnessed = 0
    for (const head of heads) if (await witness(head, at, store)) witnessed += 1
    return { done: witnessed, ...(last === undefined ? {} : { after: last }) }
  })
}

/** False where it was witnessed today already, by a run that was cut off or by another clock. */
async function witness(head: AuditHead, at: IsoTime, store: Store): Promise<boolean> {
  const record: AuditRecord = {
    _id: `witness:${head._id}:${chinaDay(at)}`,
    at,
    actor: 'clock',
    action: witnessAction,
    subject: witnessSubject(head._id),
    witnessed: { seq: head.seq, hash: head.hash },
    chain: await chainAbove(head._id, store),
  }
  return (await store.insert(auditEntries, record)).ok
}

async function chainAbove(chain: AuditHead['_id'], store: Store): Promise<string> {
  const union = chain === systemChain ? undefined : await store.get(unions, UnionId.parse(chain))
  if (union !== undefined) return union.parent ?? systemChain
  const { documents } = await store.find(unions, { index: 'byParent', equals: { parent: undefined }, limit: 1 })
  return documents[0]?._id ?? systemChain
}
