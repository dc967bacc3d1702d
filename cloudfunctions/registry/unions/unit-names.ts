import { endingsOf } from '../../../shared/org/unit-search'
import type { UnitKind } from '../../../shared/org/unit'
import { unitNames, units, type UnitRecord } from '../../_kernel/records/registry'
import { unitRenamings } from '../../_kernel/records/unit-renamings'
import type { Transaction } from '../../_kernel/store/port'

/**
 * 单位改名: the record and its entries for 检索 at once, an operation for each of the sixty letters at most; whoever keeps a copy of the name follows in the background
 * (membership/units/rename.ts). What may be the same unit is compared anew by the daily walk, since its keys are of another name.
 */
export async function renameUnit(tx: Transaction, before: UnitRecord, name: string): Promise<void> {
  const unit = { ...before, name }
  await tx.put(units, unit)
  const [old, now] = [endingsOf(before.name), endingsOf(name)]
  for (let from = 0; from < Math.max(old.length, now.length); from++) {
    const text = now[from]
    if (text === undefined) await tx.remove(unitNames, entryOf(unit, from))
    else await tx.put(unitNames, named(unit, from, text))
  }
  await tx.put(unitRenamings, { _id: unit._id, at: 0 })
}

/** 改性质: an agency is offered for another question, so that each entry of its name says whether it is one. */
export async function changeKind(tx: Transaction, before: UnitRecord, unitKind: UnitKind): Promise<void> {
  const unit = { ...before, unitKind }
  await tx.put(units, unit)
  if (isAgency(before) === isAgency(unit)) return
  for (const [from, text] of endingsOf(unit.name).entries()) await tx.put(unitNames, named(unit, from, text))
}

function named(unit: UnitRecord, from: number, text: string) {
  return { _id: entryOf(unit, from), text, unit: unit._id, agency: isAgency(unit), region: unit.region }
}

function entryOf({ _id }: UnitRecord, from: number): string {
  return `${_id}:${from}`
}

function isAgency({ unitKind }: UnitRecord): boolean {
  return unitKind === '劳务派遣单位'
}
