import { succeed } from '../../../shared/core/outcome'
import { dueOf } from '../../../shared/review/next-step'
import { listObjections } from '../../_kernel/records/elector-lists'
import { unions } from '../../_kernel/records/registry'
import { reviews, type ReviewRecord } from '../../_kernel/records/reviews'
import type { Runtime } from '../../_kernel/runtime'
import { stepTask, taskId } from '../../_kernel/tasks'

const together = 20

/** 评家撤销，异议随之了结: nothing is left to settle. Some at each run. */
export async function dropObjections(
  { _id, union: id }: ReviewRecord,
  { store, now }: Pick<Runtime, 'store' | 'now'>,
): Promise<number> {
  const at = now()
  const union = await store.get(unions, id)
  if (union === undefined) return 0
  const open = { index: 'byOpen', equals: { review: _id, open: true }, limit: together } as const
  const { documents } = await store.find(listObjections, open)
  const dropped = await store.transact(async (tx) => {
    const review = await tx.get(reviews, _id)
    if (review?.phase !== 'called-off') return succeed(0)
    let count = 0
    for (const seen of documents) {
      const objection = await tx.get(listObjections, seen._id)
      if (objection?.open !== true) continue
      await tx.put(listObjections, { ...objection, open: false, settled: { kind: 'dropped', at } })
      await stepTask(tx, taskId('review-objection', seen._id), { kind: 'drop' }, union, { by: 'clock', at })
      count += 1
    }
    const after = { ...review, openObjections: documents.length === 0 ? 0 : review.openObjections - count }
    await tx.put<ReviewRecord>(reviews, { ...after, due: dueOf(after), updatedAt: at })
    return succeed(count)
  })
  return dropped.data
}
