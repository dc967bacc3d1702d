import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { unreachable } from '../../../shared/core/unreachable'
import { readRegistryField, type RegistryField } from '../../../shared/org/registry-fields'
import { auditing } from '../audit'
import { policyOfUnion } from '../policy-of-union'
import { unions, units, type UnionRecord, type UnitRecord } from '../records/registry'
import type { Call } from '../serve'
import type { Transaction } from '../store/port'
import { actingOffice, notingChange } from './changes'
import { fieldsOf } from './fields'

type Writing = (tx: Transaction) => Promise<Outcome<{ readonly value: string }, 'NOT_FOUND'>>
type Code = 'NOT_FOUND' | 'FIELD_INVALID' | 'FIELD_COMPUTED'

/**
 * 填一项: read by one rule, written by one writer, wherever it was typed: at the half-year round, on the registry’s page, or in an imported file. What belongs to the
 * unit is kept with the unit. Field, history and audit are one transaction; what is the same already leaves no trace.
 */
export async function writingField(
  {
    union: seen,
    key,
    value: typed,
  }: { readonly union: UnionRecord; readonly key: RegistryField; readonly value: string },
  call: Pick<Call<unknown>, 'store' | 'sealer' | 'random' | 'indexer' | 'account' | 'now' | 'today'>,
): Promise<Outcome<Writing, Code>> {
  const { landline } = (await policyOfUnion(seen, call)).values
  const value = readRegistryField(key, typed, { today: call.today, landline })
  if (!value.ok)
    return refuse(value.code, { field: 'value', ...(value.message === undefined ? {} : { message: value.message }) })
  if (key === 'staff' && (await fieldsOf(seen, 0, call)).staffComputed)
    return refuse('FIELD_COMPUTED', { field: 'value' })
  const id = seen._id
  const note = notingChange({ union: id, office: await actingOffice(seen.line, call) }, call)
  const audit = auditing(call, { action: 'union.field', subject: id, union: id, content: { key, value: value.data } })
  return succeed(async (tx) => {
    const union = await tx.get(unions, id)
    if (union === undefined) return refuse('NOT_FOUND')
    const unit = union.hostUnit === undefined ? undefined : await tx.get(units, union.hostUnit)
    const before = standing(union, unit, key)
    if (before !== value.data) {
      if (unit !== undefined && isOfUnit(key)) await tx.put(units, unitWith(unit, key, value.data))
      else await tx.put(unions, unionWith(union, key, value.data))
      await note(tx, { kind: 'field', field: key, ...(before === undefined ? {} : { before }), after: value.data })
    }
    await audit(tx)
    return succeed({ value: value.data })
  })
}

type UnitField = Extract<RegistryField, 'unitCode' | 'staff'>

function isOfUnit(key: RegistryField): key is UnitField {
  return key === 'unitCode' || key === 'staff'
}

function standing(union: UnionRecord, unit: UnitRecord | undefined, key: RegistryField): string | undefined {
  if (key === 'unitCode') return unit === undefined ? union.uscc : unit.uscc
  const value = key === 'staff' && unit !== undefined ? unit.staff : union[key]
  return value === undefined ? undefined : String(value)
}

function unitWith(unit: UnitRecord, key: UnitField, value: string): UnitRecord {
  return key === 'unitCode' ? { ...unit, uscc: value } : { ...unit, staff: Number(value) }
}

function unionWith(union: UnionRecord, key: RegistryField, value: string): UnionRecord {
  switch (key) {
    case 'unitCode':
      return { ...union, uscc: value }
    case 'staff':
    case 'declaredMembers':
    case 'womenStaff':
    case 'fullTime':
      return { ...union, [key]: Number(value) }
    case 'address':
    case 'foundedOn':
    case 'phone':
    case 'legalCode':
      return { ...union, [key]: value }
    default:
      return unreachable(key)
  }
}
