import type { z } from 'zod'
import type { exportProcedures } from '../../../shared/contract/membership-exports'
import type { ExportId, UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { partsOf } from '../../../shared/roster/export'
import { exportPages, exports, type ExportPageRecord, type ExportRecord } from '../../_kernel/records/exports'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'

/** What carrying an export on needs, whoever sets it going. */
export type ExportPorts = Pick<Call<unknown>, 'store' | 'sealer' | 'now' | 'today'>

export type ExportView = z.input<typeof exportProcedures.carryExport.output>

/** Of this union, and begun by whoever asks. */
export async function myExport(
  { union, export: id }: { readonly union: UnionId; readonly export: ExportId },
  { store, account }: Pick<Call<unknown>, 'store' | 'account'>,
): Promise<ExportRecord | undefined> {
  const found = await store.get(exports, id)
  return found?.union === union && found.by === account ? found : undefined
}

export function viewOf({ _id, annex, form, ofName, state, rows, ofRows, touchedAt }: ExportRecord): ExportView {
  return {
    export: _id,
    annex,
    form,
    ofName,
    state,
    rows,
    ...(ofRows === undefined ? {} : { ofRows }),
    parts: partsOf(rows),
    touchedAt,
  }
}

/** What a stretch comes to: the record as it is then, and the pages that were gathered. */
export interface Advance {
  readonly change: Partial<Omit<ExportRecord, '_id' | 'step'>>
  readonly pages?: readonly ExportPageRecord[]
}

/** Writes a step and its pages together, unless somebody else took it meanwhile: then their step stands. */
export function advancing(
  seen: ExportRecord,
  { change, pages = [] }: Advance,
  { now }: Pick<ExportPorts, 'now'>,
): (tx: Transaction) => Promise<Outcome<ExportRecord, 'NOT_FOUND'>> {
  return async (tx) => {
    const before = await tx.get(exports, seen._id)
    if (before === undefined) return refuse('NOT_FOUND')
    if (before.step !== seen.step) return succeed(before)
    const after: ExportRecord = { ...before, ...change, step: before.step + 1, touchedAt: now }
    for (const page of pages) await tx.put(exportPages, page)
    await tx.put(exports, after)
    return succeed(after)
  }
}
