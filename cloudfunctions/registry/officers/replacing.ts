import type { UnionId } from '../../../shared/core/ids'
import { roleName } from '../../../shared/org/officers'
import { auditing } from '../../_kernel/audit'
import { unpublished } from '../../_kernel/officer-display'
import { officers } from '../../_kernel/records/registry'
import { notices } from '../../_kernel/records/upkeep'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { notingChange } from '../../_kernel/unions/changes'
import { endActing } from './acting'

/** 移交、接替: the office that the new one replaces ends in the transaction that begins the new one; ended already, there is nothing to end. */
export async function replacing(
  id: string,
  union: UnionId,
  call: Pick<Call<unknown>, 'now' | 'random' | 'indexer' | 'account' | 'sealer' | 'store'>,
): Promise<(tx: Transaction) => Promise<void>> {
  const seen = await call.store.get(officers, id)
  const person =
    seen === undefined ? undefined : call.sealer.open({ collection: officers.name, id, field: 'name' }, seen.name)
  const note = notingChange({ union, office: undefined, person }, call)
  const notice = call.random.id()
  const audit = auditing(call, { action: 'office.replaced', subject: id, union })
  return async (tx) => {
    const before = await tx.get(officers, id)
    if (before === undefined || (before.until !== undefined && before.until <= call.now)) return
    await endActing(tx, before)
    const { successor: _, leave: __, ...officer } = unpublished(before)
    await tx.put(officers, { ...officer, until: call.now })
    await note(tx, { kind: 'officer', act: 'left-office', role: before.role })
    await tx.insert(notices, {
      _id: notice,
      account: before.account,
      at: call.now,
      text: `接任的人已经到任，您的${roleName[before.role]}职务已经移交。`,
    })
    await audit(tx)
  }
}
