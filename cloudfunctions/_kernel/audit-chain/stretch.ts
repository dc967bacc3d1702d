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

/** A link that a walk has been at: its number and hash. */
export interface Place {
  readonly seq: number
  readonly hash: string
}
export const beginning: Place = { seq: 0, hash: chainStart }

export interface Stretch {
  readonly findings: readonly AuditFinding[]
  readonly links: number
  /** Where the next stretch begins; absent at the end of the chain. */
  readonly reached?: Place
}

export type Reads = Pick<Store, 'get' | 'find'>

const pageSize = 500

/**
 * Walks a chain from a link that a walk has been at, for about so many links, and compares them with each other, with what other chains witnessed of them, and
 * at the end with the chain's head.
 *
 * Stretches one after the other find in what they walk all that one walk finds. The link at which a stretch begins is read again and must have the hash it had, so
 * that a chain written anew between two stretches, hashes and head included, does not fit. What they cannot find is what is changed behind them after they were
 * there; that is for the next walk, which begins at the first link again. Nor does a place prove anything: whoever owns the database can write another. The walks
 * of the clock are a watch; the proof is `npm run audit:verify`, which remembers nothing and walks each chain in one go from its first link.
 */
export async function walkStretch(store: Reads, chain: string, from: Place, atMost: number): Promise<Stretch> {
  const findings: AuditFinding[] = []
  const find = (seq: number, says: AuditFinding['says']) => findings.push({ chain, seq, says })
  const witnessed = await witnessedAfter(store, chain, from)
  let at = from
  let links = 0
  let isBack = from.seq === 0
  for await (const entry of entriesFrom(store, chain, Math.max(from.seq, 1))) {
    if (!isChained(entry)) continue
    const { seq, hash } = entry
    if (from.seq > 0 && seq === from.seq) {
      isBack ||= hash === from.hash
      continue
    }
    // All that have one number belong to one stretch.
    if (links >= atMost && seq > at.seq) return stretch(at.seq, at)
    if (seq > at.seq + 1) find(at.seq + 1, 'MISSING')
    else if (seq <= at.seq || entry.previous !== at.hash) find(seq, 'OUT_OF_ORDER')
    if (hashOf(entry, seq, entry.previous) !== hash) find(seq, 'CHANGED')
    witnessed.get(seq)?.delete(hash)
    at = { seq, hash }
    links += 1
  }
  const head = await store.get(auditHeads, chain)
  // Links and head are written together: a head that is further on has links that came after the last page, or somebody took them away.
  if (head !== undefined && head.seq > at.seq && (await hasLink(store, chain, at.seq + 1))) return stretch(at.seq, at)
  if (!endsAt(head, at)) find(at.seq + 1, 'CUT_SHORT')
  return stretch(Infinity)

  function stretch(until: number, reached?: Place): Stretch {
    if (!isBack) find(from.seq, 'CHANGED')
    for (const [seq, hashes] of witnessed) if (seq <= until && hashes.size > 0) find(seq, 'NOT_AS_WITNESSED')
    return { findings, links, ...(reached === undefined ? {} : { reached }) }
  }
}

function endsAt(head: AuditHead | undefined, { seq, hash }: Place): boolean {
  return head === undefined ? seq === 0 : head.seq === seq && head.hash === hash
}

/** What other chains witnessed of the links after this place: some hashes a day, few beside the links themselves. */
async function witnessedAfter(store: Reads, chain: string, { seq: from }: Place): Promise<Map<number, Set<string>>> {
  const known = new Map<number, Set<string>>()
  for await (const { witnessed } of pagesOf(store, {
    index: 'bySubject',
    equals: { subject: witnessSubject(chain) },
  })) {
    if (witnessed === undefined || (from > 0 && witnessed.seq <= from)) continue
    known.set(witnessed.seq, (known.get(witnessed.seq) ?? new Set()).add(witnessed.hash))
  }
  return known
}

function entriesFrom(store: Reads, chain: string, seq: number): AsyncGenerator<AuditRecord> {
  return pagesOf(store, { index: 'inChain', equals: { chain }, from: seq })
}

async function hasLink(store: Reads, chain: string, seq: number): Promise<boolean> {
  const { documents } = await store.find(auditEntries, { index: 'inChain', equals: { chain, seq }, limit: 1 })
  return documents.length > 0
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
