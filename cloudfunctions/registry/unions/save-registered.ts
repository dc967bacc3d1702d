import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { unreachable } from '../../../shared/core/unreachable'
import { readRegistered, type RegisteredChange } from '../../../shared/org/registered'
import { auditing } from '../../_kernel/audit'
import { unions, units, type UnionRecord, type UnitRecord } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { actingOffice, notingChange } from '../../_kernel/unions/changes'
import { reseatUnion } from '../founding/seats'
import { changeKind, renameUnit } from './unit-names'
import { mayRegister } from './may-register'

/** 改登记的项: name and nature of the unit, name and type of the union, by those above; the top of a line registers itself. */
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
  switch (field) {
    case 'unitName':
      return unit?.name ?? ''
    case 'unitKind':
      return unit?.unitKind ?? ''
    case 'name':
    case 'type':
      return union[field]
    default:
      return unreachable(field)
  }
}

async function write(
  tx: Transaction,
  change: RegisteredChange,
  union: UnionRecord,
  unit: UnitRecord | undefined,
): Promise<void> {
  switch (change.field) {
    case 'unitName':
      return unit === undefined ? undefined : renameUnit(tx, unit, change.after)
    case 'unitKind':
      return unit === undefined ? undefined : changeKind(tx, unit, change.after)
    case 'name':
      return writeUnion(tx, { ...union, name: change.after })
    case 'type':
      return writeUnion(tx, { ...union, type: change.after })
    default:
      return unreachable(change)
  }
}

async function writeUnion(tx: Transaction, union: UnionRecord): Promise<void> {
  await tx.put(unions, union)
  await reseatUnion(tx, union)
}
