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

export type Setting = (
  tx: Transaction,
) => Promise<Outcome<{ readonly value: string; readonly changed: boolean }, 'NOT_FOUND' | 'UNION_NOT_ACTIVE'>>
type Code = 'NOT_FOUND' | 'UNION_NOT_ACTIVE' | 'FIELD_INVALID' | 'FIELD_COMPUTED'
type Ports = Pick<Call<unknown>, 'store' | 'sealer' | 'random' | 'indexer' | 'account' | 'now' | 'today'>

interface Told {
  readonly union: UnionRecord
  readonly key: RegistryField
  readonly value: string
}

/** 填一项, as somebody typed it at the half-year round or on the registry’s page. Field, history and audit are one transaction. */
export async function writingField(
  told: Told,
  call: Ports,
): Promise<
  Outcome<(tx: Transaction) => Promise<Outcome<{ readonly value: string }, 'NOT_FOUND' | 'UNION_NOT_ACTIVE'>>, Code>
> {
  const setting = await settingField(told, call)
  if (!setting.ok) return setting
  const { union, key, value } = told
  const content = { key, value }
  const audit = auditing(call, { action: 'union.field', subject: union._id, union: union._id, content })
  return succeed(async (tx) => {
    const set = await setting.data(tx)
    if (!set.ok) return set
    await audit(tx)
    return succeed({ value: set.data.value })
  })
}

/**
 * 一项, and its history: read by one rule, written by one writer, also where a file tells it, which has its own audit entry. What belongs to the unit is kept with
 * the unit; what is the same already leaves no trace. Of a union that has ended nothing is told any more: its unit may be another one’s by now.
 */
export async function settingField(
  { union: seen, key, value: typed }: Told,
  call: Ports,
): Promise<Outcome<Setting, Code>> {
  const { landline } = (await policyOfUnion(seen, call)).values
  const value = readRegistryField(key, typed, { today: call.today, landline })
  if (!value.ok)
    return refuse(value.code, { field: 'value', ...(value.message === undefined ? {} : { message: value.message }) })
  if (key === 'staff' && (await fieldsOf(seen, 0, call)).staffComputed)
    return refuse('FIELD_COMPUTED', { field: 'value' })
  const id = seen._id
  const note = notingChange({ union: id, office: await actingOffice(seen.line, call) }, call)
  return succeed(async (tx) => {
    const union = await tx.get(unions, id)
    if (union === undefined) return refuse('NOT_FOUND')
    if (union.status !== 'active') return refuse('UNION_NOT_ACTIVE')
    const unit = union.hostUnit === undefined ? undefined : await tx.get(units, union.hostUnit)
    const before = standing(union, unit, key)
    if (before === value.data) return succeed({ value: value.data, changed: false })
    if (unit !== undefined && isOfUnit(key)) await tx.put(units, unitWith(unit, key, value.data))
    else await tx.put(unions, unionWith(union, key, value.data))
    await note(tx, { kind: 'field', field: key, ...(before === undefined ? {} : { before }), after: value.data })
    return succeed({ value: value.data, changed: true })
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
