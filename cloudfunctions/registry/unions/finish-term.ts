import type { IsoDate } from '../../../shared/core/time'
import type { UnionRecord } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { stepTask, taskId } from '../../_kernel/tasks'

/** 换届办了: what reminded of the term that ended on this day is done. */
export async function finishTermTask(
  tx: Transaction,
  union: UnionRecord,
  until: IsoDate,
  { account, now }: Pick<Call<unknown>, 'account' | 'now'>,
): Promise<void> {
  const id = taskId('term-end', `${union._id}.${until}`)
  if ((await tx.get(tasks, id))?.state !== 'open') return
  await stepTask(tx, id, { kind: 'finish' }, union, { by: account, at: now })
}
