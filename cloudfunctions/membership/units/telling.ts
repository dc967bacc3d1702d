import type { UnionId } from '../../../shared/core/ids'
import type { UnitRecord } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { actingOffice, notingChange } from '../../_kernel/unions/changes'

/** 变动记录 of every union that has one of the two units for its own or covers it, and of the one that did it: one entry each, written with the merge or its undoing. */
export async function notingUnits(
  act: 'merged' | 'undone',
  { union, kept, merged }: { readonly union: UnionId; readonly kept: UnitRecord; readonly merged: UnitRecord },
  call: Call<unknown>,
): Promise<(tx: Transaction) => Promise<void>> {
  const office = await actingOffice([union], call)
  const concerned = [kept, merged].flatMap((unit) => [unit.union, ...unit.coveredBy])
  const named = new Set([union, ...concerned.flatMap((id) => id ?? [])])
  const notes = [...named].map((id) => notingChange({ union: id, office }, call))
  return async (tx) => {
    for (const note of notes)
      await note(tx, { kind: 'units-merged', act, keptName: kept.name, mergedName: merged.name })
  }
}
