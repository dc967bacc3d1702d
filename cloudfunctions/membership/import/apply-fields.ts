import type { UnionId } from '../../../shared/core/ids'
import { toldFields, type ToldField } from '../../../shared/org/union-fields'
import { unions } from '../../_kernel/records/registry'
import type { Transaction } from '../../_kernel/store/port'
import { settingField, type Setting } from '../../_kernel/unions/write-field'
import type { ImportPorts } from './job'

/**
 * 写进名录: told fields of a union, by the one writer, with their history. Answers in the transaction those that said something else before; what the rule does not take any
 * more, such as a count that follows from the units by now, stays as it is.
 */
export async function applyingFields(
  id: UnionId,
  values: Readonly<Partial<Record<ToldField, string>>>,
  ports: ImportPorts,
): Promise<(tx: Transaction) => Promise<readonly ToldField[]>> {
  const union = await ports.store.get(unions, id)
  const settings: { readonly key: ToldField; readonly set: Setting }[] = []
  for (const key of toldFields) {
    const value = values[key]
    if (union === undefined || value === undefined) continue
    const setting = await settingField({ union, key, value }, ports)
    if (setting.ok) settings.push({ key, set: setting.data })
  }
  return async (tx) => {
    const changed: ToldField[] = []
    for (const { key, set } of settings) {
      const done = await set(tx)
      if (done.ok && done.data.changed) changed.push(key)
    }
    return changed
  }
}
