import { chinaDay, type IsoTime } from '../../../shared/core/time'
import { dueOn } from '../../../shared/membership/due'
import type { ClockStep } from '../../../shared/review/next-step'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unions } from '../../_kernel/records/registry'
import type { ReviewRecord } from '../../_kernel/records/reviews'
import { countOfChannel } from '../../_kernel/review/channels'
import type { Runtime } from '../../_kernel/runtime'
import type { Transaction } from '../../_kernel/store/port'
import { openTask, stepTask, taskId, type TaskActor, type TaskUnion } from '../../_kernel/tasks'

/**
 * 请计票人清点: with the close of a review in which papers were handed out. Late, the union above is told, whose tellers may count as well. Undefined where there is
 * nothing to count by hand.
 */
export async function askingForPapers(
  { _id, union: id }: Pick<ReviewRecord, '_id' | 'union'>,
  step: ClockStep,
  { store, now }: Pick<Runtime, 'store'> & { readonly now: IsoTime },
): Promise<((tx: Transaction) => Promise<void>) | undefined> {
  if (step !== 'close' || (await countOfChannel(_id, 'paper', store)) === 0) return undefined
  const union = await store.get(unions, id)
  if (union === undefined) throw new Error(`${_id} lost its union`)
  // Who ended meanwhile has nobody in office: its papers lie with the union above from the first.
  const above =
    union.status === 'active' || union.parent === undefined ? undefined : await store.get(unions, union.parent)
  const today = chinaDay(now)
  const { values } = await policyOfUnion(union, { store, today })
  const by = { by: 'clock', at: now } as const
  const due = dueOn(today, values.taskWorkingDays)
  return async (tx) => {
    await openTask(tx, { kind: 'review-papers', subject: _id, union, dueOn: due }, by)
    const raised = { kind: 'escalate', why: 'vacant', dueOn: due } as const
    if (above !== undefined) await stepTask(tx, taskId('review-papers', _id), raised, above, by)
  }
}

/** 清点完毕. A review that was closed before this was asked has no such task. */
export async function papersCounted(
  tx: Transaction,
  review: ReviewRecord['_id'],
  union: TaskUnion,
  actor: TaskActor,
): Promise<void> {
  await stepTask(tx, taskId('review-papers', review), { kind: 'finish' }, union, actor)
}
