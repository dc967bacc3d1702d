import type { UnionId } from '../../shared/core/ids'
import { systemChain } from './audit-chain/link'
import { auditEntries, type AuditRecord } from './records/upkeep'
import type { Call } from './serve'
import type { Transaction } from './store/port'

/** 审计 of one change. `content` is committed to with a salt, not kept: it can be proved later and deleted now. */
export interface AuditEntry {
  /** Of an entry that can be there only once: it marks that its change was made. */
  readonly _id?: string
  readonly action: string
  readonly subject: string
  readonly union?: UnionId
  readonly onBehalfOf?: string
  readonly policyVersion?: string
  readonly content?: unknown
  /** In plain, for everybody who compares it: of what is public anyway, and names nobody. */
  readonly digest?: string
}

/** Prepares an entry outside the transaction (ids are taken before it) and writes it inside, with the change it tells of. */
export function auditing(
  call: Pick<Call<unknown>, 'now' | 'random' | 'indexer'> & { readonly account: AuditRecord['actor'] },
  entry: AuditEntry,
) {
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

/**
 * 查看留痕: that an officer looked at somebody today; once a day per officer and subject, however often the page is opened. Written before the answer leaves, so
 * that nothing is seen without its entry.
 */
export async function auditView(
  call: Pick<Call<unknown>, 'account' | 'now' | 'today' | 'indexer' | 'store'>,
  { action, subject, union }: Required<Pick<AuditEntry, 'action' | 'subject' | 'union'>>,
): Promise<void> {
  await call.store.insert(auditEntries, {
    _id: call.indexer.lockId(`view:${action}:${subject}:${call.account}:${call.today}`),
    at: call.now,
    actor: call.account,
    chain: union,
    action,
    subject,
    union,
  })
}
