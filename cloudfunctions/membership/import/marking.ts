import type { ImportId } from '../../../shared/core/ids'
import type { RowOutcome } from '../../../shared/roster/import'
import { auditEntries } from '../../_kernel/records/upkeep'
import type { Indexer } from '../../_kernel/seal/sealer'
import type { Transaction } from '../../_kernel/store/port'

/** 已经写过的记号: the audit entry of a row’s change has an id of import and row, and is written with it. */
export function markOf(job: ImportId, row: number, indexer: Indexer): string {
  return indexer.lockId(`import:${job}:${row}`)
}

export const actionOf = { new: 'import.enter', changed: 'import.update' } as const

/** What the row came to, if it was made. */
export async function madeBefore(tx: Transaction, mark: string): Promise<RowOutcome | undefined> {
  const entry = await tx.get(auditEntries, mark)
  if (entry === undefined) return undefined
  return entry.action === actionOf.new ? 'new' : 'changed'
}
