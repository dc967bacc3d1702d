import { roundProcedures } from '../../../shared/contract/membership-rounds'
import { refuse, succeed } from '../../../shared/core/outcome'
import { unreachable } from '../../../shared/core/unreachable'
import { readToldField, type ToldField } from '../../../shared/org/union-fields'
import { auditing } from '../../_kernel/audit'
import { unions, units, type UnionRecord, type UnitRecord } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { fieldsOf } from './fields'

/** 填一项: what belongs to the unit is kept with the unit. */
export const saveUnionField = implement(roundProcedures.saveUnionField, async (call) => {
  const { union: id, key, value: typed } = call.input
  const seen = await call.store.get(unions, id)
  if (seen === undefined) return refuse('NOT_FOUND')
  const { landline } = (await policyOfUnion(seen, call)).values
  const value = readToldField(key, typed, { today: call.today, landline })
  if (!value.ok)
    return refuse(value.code, { field: 'value', ...(value.message === undefined ? {} : { message: value.message }) })
  if (key === 'staff' && (await fieldsOf(seen, 0, call)).staffComputed)
    return refuse('FIELD_COMPUTED', { field: 'value' })
  const audit = auditing(call, { action: 'union.field', subject: id, union: id, content: { key, value: value.data } })
  return call.act(async (tx) => {
    const union = await tx.get(unions, id)
    if (union === undefined) return refuse('NOT_FOUND')
    const unit = union.hostUnit === undefined ? undefined : await tx.get(units, union.hostUnit)
    if (unit !== undefined && isOfUnit(key)) await tx.put(units, unitWith(unit, key, value.data))
    else await tx.put(unions, unionWith(union, key, value.data))
    await audit(tx)
    return succeed({ value: value.data })
  })
})

type UnitField = Extract<ToldField, 'unitCode' | 'staff'>

function isOfUnit(key: ToldField): key is UnitField {
  return key === 'unitCode' || key === 'staff'
}

function unitWith(unit: UnitRecord, key: UnitField, value: string): UnitRecord {
  return key === 'unitCode' ? { ...unit, uscc: value } : { ...unit, staff: Number(value) }
}

function unionWith(union: UnionRecord, key: ToldField, value: string): UnionRecord {
  switch (key) {
    case 'unitCode':
      return { ...union, uscc: value }
    case 'staff':
      return { ...union, staff: Number(value) }
    case 'address':
      return { ...union, address: value }
    case 'foundedOn':
      return { ...union, foundedOn: value }
    case 'phone':
      return { ...union, phone: value }
    default:
      return unreachable(key)
  }
}
