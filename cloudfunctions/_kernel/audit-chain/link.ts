import { createHash } from 'node:crypto'
import type { AuditRecord } from '../records/upkeep'

/** The chain of what belongs to no union: accounts, and the witnesses of the topmost unions. */
export const systemChain = 'system'

/** What stands before the first entry of every chain. */
export const chainStart = '0'.repeat(64)

/** An entry that the sequencer has been at. */
export type ChainedEntry = AuditRecord & { readonly seq: number; readonly previous: string; readonly hash: string }

export function isChained(entry: AuditRecord): entry is ChainedEntry {
  return entry.seq !== undefined && entry.previous !== undefined && entry.hash !== undefined
}

/** The entry as the next link after `previous`: its hash covers everything it says, its place, and the link before it. */
export function linked(entry: AuditRecord, seq: number, previous: string): ChainedEntry {
  return { ...entry, seq, previous, hash: hashOf(entry, seq, previous) }
}

/** SM3 over a list in a fixed order, 64 hex digits: an entry with a field more or less has another hash. Entries without a digest hash as they did before there were any. */
export function hashOf(entry: AuditRecord, seq: number, previous: string): string {
  const { _id, at, actor, onBehalfOf, union, action, subject, policyVersion, commitment, witnessed, digest, chain } =
    entry
  const said = [chain, seq, previous, _id, at, actor, onBehalfOf, union, action, subject, policyVersion, commitment]
  const seen = witnessed === undefined ? null : [witnessed.seq, witnessed.hash]
  return createHash('sm3')
    .update(JSON.stringify([...said.map((field) => field ?? null), seen, ...(digest === undefined ? [] : [digest])]))
    .digest('hex')
}
