import type { UnionId } from '../../shared/core/ids'
import { systemChain } from './audit-chain/link'
import { auditEntries } from './records/upkeep'
import type { Call } from './serve'
import type { Transaction } from './store/port'

/** 审计 of one change. `content` is committed to with a salt, not kept: it can be proved later and deleted now. */
export interface AuditEntry {
  readonly action: string
  readonly subject: string
  readonly union?: UnionId
  readonly onBehalfOf?: string
  readonly policyVersion?: string
  readonly content?: unknown
}

/** Prepares an entry outside the transaction (ids are taken before it) and writes it inside, with the change it tells of. */
export function auditing(call: Pick<Call<unknown>, 'account' | 'now' | 'random' | 'indexer'>, entry: AuditEntry) {
  const { content, ...named } = entry
  const salt = call.random.id()
  const record = {
    _id: call.random.id(),
    at: call.now,
    actor: call.account,
    chain: entry.union ?? systemChain,
    ...named,
    ...(content === undefined
      ? {}
      : { commitment: `${salt}.${call.indexer.lockId(`audit:${salt}:${JSON.stringify(content)}`)}` }),
  }
  return (tx: Transaction) => tx.insert(auditEntries, record)
}
