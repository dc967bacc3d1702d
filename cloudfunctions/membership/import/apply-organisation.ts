import { succeed } from '../../../shared/core/outcome'
import { toldFields, type ToldField } from '../../../shared/org/union-fields'
import { auditing } from '../../_kernel/audit'
import type { ImportRow } from '../../_kernel/records/imports'
import { unions } from '../../_kernel/records/registry'
import { applyingFields } from './apply-fields'
import type { Applying } from './applying'
import type { ImportPorts } from './job'
import { actionOf, madeBefore, markOf } from './marking'

/** 写入汇总表的一行: the fields that were shown as changed, as long as the union is in being and still below. */
export async function applyOrganisation(
  row: ImportRow,
  { job, union: at }: Applying,
  ports: ImportPorts,
): Promise<ImportRow> {
  const subject = row.union
  const values = valuesOf(row)
  if (subject === undefined) return row
  const mark = markOf(job._id, row.row, ports.indexer)
  const audit = auditing(ports, {
    _id: mark,
    action: actionOf.changed,
    subject,
    union: subject,
    onBehalfOf: `union:${at._id}`,
    content: { import: job._id, values },
  })
  const apply = await applyingFields(subject, values, ports)
  const outcome = await ports.store.transact(async (tx) => {
    if ((await madeBefore(tx, mark)) !== undefined) return succeed('changed' as const)
    const told = await tx.get(unions, subject)
    if (told?.status !== 'active' || !told.line.includes(at._id)) return succeed('gone' as const)
    const changed = await apply(tx)
    if (changed.length === 0) return succeed('same' as const)
    await audit(tx)
    return succeed('changed' as const)
  })
  if (outcome.data !== 'gone') return { ...row, outcome: outcome.data }
  return { ...row, outcome: 'refused', changes: [], problems: [{ column: 'name', code: 'union-unknown' }] }
}

function valuesOf({ changes = [] }: ImportRow): Partial<Record<ToldField, string>> {
  const values: Partial<Record<ToldField, string>> = {}
  for (const { key, after } of changes) {
    const told = toldFields.find((field) => field === key)
    if (told !== undefined) values[told] = after
  }
  return values
}
