import type { UnionId } from '../../../shared/core/ids'
import { unreachable } from '../../../shared/core/unreachable'
import type { ToldField } from '../../../shared/org/union-fields'
import { unions, units, type UnionRecord, type UnitRecord } from '../../_kernel/records/registry'
import type { Transaction } from '../../_kernel/store/port'

/** 写进名录: told fields of a union, each where it is kept, the unit’s with the unit. Answers those that said something else before. */
export async function applyFields(
  tx: Transaction,
  id: UnionId,
  values: Readonly<Partial<Record<ToldField, string>>>,
): Promise<readonly ToldField[]> {
  const union = await tx.get(unions, id)
  if (union === undefined) return []
  const unit = union.hostUnit === undefined ? undefined : await tx.get(units, union.hostUnit)
  const changed: ToldField[] = []
  let after: { readonly union: UnionRecord; readonly unit: UnitRecord | undefined } = { union, unit }
  for (const [key, value] of told(values)) {
    const next = withField(after, key, value)
    if (saying(next, key) === saying(after, key)) continue
    changed.push(key)
    after = next
  }
  if (after.union !== union) await tx.put(unions, after.union)
  if (after.unit !== undefined && after.unit !== unit) await tx.put(units, after.unit)
  return changed
}

type Kept = { readonly union: UnionRecord; readonly unit: UnitRecord | undefined }

function told(values: Readonly<Partial<Record<ToldField, string>>>): readonly (readonly [ToldField, string])[] {
  const keys = ['unitCode', 'address', 'staff', 'foundedOn', 'phone'] as const
  return keys.flatMap((key) => {
    const value = values[key]
    return value === undefined ? [] : [[key, value] as const]
  })
}

function withField({ union, unit }: Kept, key: ToldField, value: string): Kept {
  switch (key) {
    case 'unitCode':
      return unit === undefined ? { union: { ...union, uscc: value }, unit } : { union, unit: { ...unit, uscc: value } }
    case 'staff': {
      const staff = Number(value)
      return unit === undefined ? { union: { ...union, staff }, unit } : { union, unit: { ...unit, staff } }
    }
    case 'address':
      return { union: { ...union, address: value }, unit }
    case 'foundedOn':
      return { union: { ...union, foundedOn: value }, unit }
    case 'phone':
      return { union: { ...union, phone: value }, unit }
    default:
      return unreachable(key)
  }
}

function saying({ union, unit }: Kept, key: ToldField): string | number | undefined {
  switch (key) {
    case 'unitCode':
      return (unit ?? union).uscc
    case 'staff':
      return (unit ?? union).staff
    case 'address':
    case 'foundedOn':
    case 'phone':
      return union[key]
    default:
      return unreachable(key)
  }
}
