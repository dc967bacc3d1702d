import { importProcedures } from '../../../shared/contract/membership-import'
import { refuse, succeed } from '../../../shared/core/outcome'
import { areColumns, needsOwnHand, type ImportState } from '../../../shared/roster/import'
import { auditing } from '../../_kernel/audit'
import { confirming } from '../../_kernel/desk/confirming'
import type { ImportRecord } from '../../_kernel/records/imports'
import { implement, type Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { advancing, myImport, sealedSecrets, secretsOfImport, viewOf, type Advance } from './job'
import { removeContents } from './removing'

/** 说明列对应: rows are read anew, whatever was read before; nothing has been written. */
export const mapImport = implement(importProcedures.mapImport, async (call) => {
  const { annex, sheet, headRow, columns } = call.input
  const job = await myImport(call.input, call)
  if (job === undefined) return refuse('NOT_FOUND')
  if (!areColumns(annex, columns)) return refuse('IMPORT_COLUMNS', { field: 'columns' })
  const { fileName } = secretsOfImport(job, call)
  const secrets = sealedSecrets(job._id, { fileName, ...(sheet === undefined ? {} : { sheet }) }, call)
  const begun = { rows: 0, pages: 0, next: 0, run: job.run + 1, digitsLost: undefined, state: 'reading' as const }
  return call.act(
    deciding(job, ['mapping', 'checked'], { change: { ...begun, annex, headRow, columns, secrets } }, call),
  )
})

/** 确认导入. What is written is what was shown; rows that were refused stay out. Many rows ask for the officer’s own hand (手机确认). */
export const applyImport = implement(importProcedures.applyImport, async (call) => {
  const job = await myImport(call.input, call)
  if (job === undefined) return refuse('NOT_FOUND')
  const write = deciding(job, ['checked'], { change: { state: 'applying', next: 0 } }, call)
  if (!needsOwnHand(job.checked)) return call.act(write)
  const act = { kind: 'import-table', union: job.union, import: job._id } as const
  const confirmed = confirming(act, call.input.confirmation, call)
  return call.act(async (tx) => {
    const allowed = await confirmed(tx)
    return allowed.ok ? write(tx) : allowed
  })
})

/** 不导入了. */
export const cancelImport = implement(importProcedures.cancelImport, async (call) => {
  const job = await myImport(call.input, call)
  if (job === undefined) return refuse('NOT_FOUND')
  const open = ['uploading', 'mapping', 'reading', 'matching', 'checked', 'applying'] as const
  const done = await call.act(deciding(job, open, { change: { state: 'cancelled' } }, call))
  if (done.ok) await removeContents(job, call)
  return done
})

const actionOf = { reading: 'import.map', applying: 'import.apply', cancelled: 'import.cancel' } as const

type Decided = Advance & { readonly change: { readonly state: keyof typeof actionOf } }

/** Of two decisions at once the second finds that the import has gone on. */
function deciding(job: ImportRecord, among: readonly ImportState[], decided: Decided, call: Call<unknown>) {
  const { union, _id, checked } = job
  const audit = auditing(call, { action: actionOf[decided.change.state], subject: _id, union, content: { checked } })
  const advance = advancing(job, decided, call)
  return async (tx: Transaction) => {
    if (!among.includes(job.state)) return refuse('IMPORT_CHANGED')
    const after = await advance(tx)
    if (!after.ok) return after
    if (after.data.step !== job.step + 1 || after.data.state !== decided.change.state) return refuse('IMPORT_CHANGED')
    await audit(tx)
    return succeed(viewOf(after.data, call))
  }
}
