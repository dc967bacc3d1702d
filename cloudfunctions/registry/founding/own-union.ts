import type { UnionId, UnitId } from '../../../shared/core/ids'
import { coverages, units, type UnionRecord } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { stepTask, taskId } from '../../_kernel/tasks'

/** The unit’s own union organises it from now on; joint unions list it no more. */
export async function giveOwn(tx: Transaction, union: UnionId, id: UnitId): Promise<void> {
  const unit = await tx.get(units, id)
  if (unit === undefined) return
  for (const joint of unit.coveredBy) await tx.remove(coverages, `${joint}:${id}`)
  await tx.put(units, { ...unit, union, coveredBy: [] })
}

/** 该建的建了: what asked for it is done. */
export async function finishFoundingTasks(
  tx: Transaction,
  unit: UnitId,
  upper: UnionRecord,
  { account, now }: Pick<Call<unknown>, 'account' | 'now'>,
): Promise<void> {
  for (const kind of ['own-committee', 'assist-founding'] as const) {
    const id = taskId(kind, unit)
    if ((await tx.get(tasks, id))?.state !== 'open') continue
    await stepTask(tx, id, { kind: 'finish' }, upper, { by: account, at: now })
  }
}
