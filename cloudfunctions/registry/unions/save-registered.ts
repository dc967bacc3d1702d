import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { readRegistered, type RegisteredChange } from '../../../shared/org/registered'
import { auditing } from '../../_kernel/audit'
import { unions, unitNames, units, type UnionRecord, type UnitRecord } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { actingOffice, notingChange } from '../../_kernel/unions/changes'
import { reseatUnion } from '../founding/seats'
import { mayRegister } from './may-register'

/** 改登记的项: name, type, nature of the unit, by those above; the top of a line registers itself. */
export const saveRegistered = implement(registry.procedures.saveRegistered, async (call) => {
  const { union: id, field, value } = call.input
  const seen = await call.store.get(unions, id)
  if (seen?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  if (!(await mayRegister(seen, call))) return refuse('NOT_ALLOWED')
  const read = readRegistered(field, value, { type: seen.type, hasUnit: seen.hostUnit !== undefined })
  if (!read.ok) return read
  const note = notingChange({ union: id, office: await actingOffice([...seen.line].reverse(), call) }, call)
  const audit = auditing(call, { action: 'union.registered', subject: id, union: id, content: read.data })
  return call.act(async (tx) => {
    const union = await tx.get(unions, id)
    if (union?.status !== 'active' || union.type !== seen.type) return refuse('UNION_NOT_ACTIVE')
    const unit = union.hostUnit === undefined ? undefined : await tx.get(units, union.hostUnit)
    const before = standing(read.data, union, unit)
    const { after } = read.data
    if (before !== after) {
      await write(tx, read.data, union, unit)
      await note(tx, { kind: 'registered', field, before, after })
    }
    await audit(tx)
    return succeed({ value: after })
  })
})

function standing({ field }: RegisteredChange, union: UnionRecord, unit: UnitRecord | undefined): string {
  return field === 'unitKind' ? (unit?.unitKind ?? '') : union[field]
}

async function write(
  tx: Transaction,
  change: RegisteredChange,
  union: UnionRecord,
  unit: UnitRecord | undefined,
): Promise<void> {
  if (change.field !== 'unitKind') {
    const after: UnionRecord =
      change.field === 'name' ? { ...union, name: change.after } : { ...union, type: change.after }
    await tx.put(unions, after)
    return reseatUnion(tx, after)
  }
  if (unit === undefined) return
  await tx.put(units, { ...unit, unitKind: change.after })
  await labelAsAgency(tx, unit, change.after === '劳务派遣单位')
}

/** 检索: an agency is offered for another question; a name has an entry for each of its endings. */
async function labelAsAgency(tx: Transaction, unit: UnitRecord, agency: boolean): Promise<void> {
  if ((unit.unitKind === '劳务派遣单位') === agency) return
  for (let from = 0; from < Math.min(unit.name.length, mostEndings); from++) {
    const entry = await tx.get(unitNames, `${unit._id}:${from}`)
    if (entry !== undefined) await tx.put(unitNames, { ...entry, agency })
  }
}

/** A transaction takes a hundred operations, and each entry is two. */
const mostEndings = 40
