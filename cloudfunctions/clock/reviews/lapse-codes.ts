import { auditing } from '../../_kernel/audit'
import type { ReviewRecord } from '../../_kernel/records/reviews'
import { surveyCodes } from '../../_kernel/records/survey-codes'
import type { Runtime } from '../../_kernel/runtime'

/** Read and written again in one transaction. */
const together = 40

/**
 * 未用的调查码作废, after the close and before the count: nobody can use one any more, and the audit trail says how many there were. Whoever did not use theirs
 * still counts among those who could vote. True once none is left.
 */
export async function lapseCodes(
  { _id: review, union }: Pick<ReviewRecord, '_id' | 'union'>,
  mayGoOn: () => boolean,
  { store, now, random, indexer }: Runtime,
): Promise<boolean> {
  const unused = { index: 'byReview', equals: { review, state: 'unused' }, limit: together } as const
  while (mayGoOn()) {
    const { documents } = await store.find(surveyCodes, unused)
    if (documents.length === 0) return true
    const call = { now: now(), random, indexer, account: 'clock' as const }
    const content = { lapsed: documents.length }
    const audit = auditing(call, { action: 'review.codes.lapse', subject: review, union, content })
    await store.transact(async (tx) => {
      const kept = await Promise.all(documents.map(({ _id }) => tx.get(surveyCodes, _id)))
      // Another clock was here with the same stretch.
      if (kept.some((slip) => slip?.state !== 'unused')) return
      for (const { _id } of documents) await tx.put(surveyCodes, { _id, review, state: 'lapsed' })
      await audit(tx)
    })
  }
  return false
}
