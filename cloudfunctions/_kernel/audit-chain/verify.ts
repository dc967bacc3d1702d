import { auditEntries, auditHeads, type AuditHead, type AuditRecord } from '../records/upkeep'
import type { Store } from '../store/port'
import { chainStart, hashOf, isChained } from './link'
import { witnessSubject } from './witness'

/** What does not fit, and at which link. */
export interface AuditFinding {
  readonly chain: string
  readonly seq: number
  readonly says: 'CHANGED' | 'MISSING' | 'OUT_OF_ORDER' | 'CUT_SHORT' | 'NOT_AS_WITNESSED'
}

type Reads = Pick<Store, 'get' | 'find'>

const pageSize = 500

/**
 * 验链: walks a chain from its first link and compares it with its head and with everything that other chains witnessed of it. An empty answer means that
 * every entry is as it was written, in its place, and none is gone.
 */
export async function verifyChain(store: Reads, chain: string): Promise<readonly AuditFinding[]> {
  const findings: AuditFinding[] = []
  const hashes = new Map<number, string>()
  let expected = 1
  let previous = chainStart
  for await (const entry of entriesOf(store, chain)) {
    if (!isChained(entry)) continue
    const { seq } = entry
    if (seq > expected) findings.push({ chain, seq: expected, says: 'MISSING' })
    else if (seq < expected) findings.push({ chain, seq, says: 'OUT_OF_ORDER' })
    else if (entry.previous !== previous) findings.push({ chain, seq, says: 'OUT_OF_ORDER' })
    if (hashOf(entry, seq, entry.previous) !== entry.hash) findings.push({ chain, seq, says: 'CHANGED' })
    hashes.set(seq, entry.hash)
    previous = entry.hash
    expected = seq + 1
  }
  const last = expected - 1
  const head = await store.get(auditHeads, chain)
  if (!endsAt(head, last, previous)) findings.push({ chain, seq: last + 1, says: 'CUT_SHORT' })
  for await (const seen of witnessesOf(store, chain)) {
    const { witnessed } = seen
    if (witnessed !== undefined && hashes.get(witnessed.seq) !== witnessed.hash)
      findings.push({ chain, seq: witnessed.seq, says: 'NOT_AS_WITNESSED' })
  }
  return findings
}

/** Every chain there is. */
export async function verifyAudit(store: Reads): Promise<readonly AuditFinding[]> {
  const findings: AuditFinding[] = []
  let cursor: string | undefined
  do {
    const page = await store.find(auditHeads, {
      index: 'byTime',
      equals: {},
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const { _id } of page.documents) findings.push(...(await verifyChain(store, _id)))
    cursor = page.cursor
  } while (cursor !== undefined)
  return findings
}

function endsAt(head: AuditHead | undefined, seq: number, hash: string): boolean {
  return head === undefined ? seq === 0 : head.seq === seq && head.hash === hash
}

async function* entriesOf(store: Reads, chain: string): AsyncGenerator<AuditRecord> {
  yield* pagesOf(store, { index: 'inChain', equals: { chain }, from: 1 })
}

async function* witnessesOf(store: Reads, chain: string): AsyncGenerator<AuditRecord> {
  yield* pagesOf(store, { index: 'bySubject', equals: { subject: witnessSubject(chain) } })
}

async function* pagesOf(
  store: Reads,
  query: { readonly index: string; readonly equals: object; readonly from?: number },
): AsyncGenerator<AuditRecord> {
  let cursor: string | undefined
  do {
    const page = await store.find(auditEntries, {
      ...query,
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    yield* page.documents
    cursor = page.cursor
  } while (cursor !== undefined)
}
