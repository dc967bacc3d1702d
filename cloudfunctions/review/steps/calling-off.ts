import type { AccountId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { stepped, type ReviewRefusal } from '../../../shared/review/life'
import { dueOf } from '../../../shared/review/next-step'
import { auditing } from '../../_kernel/audit'
import { reviews, type ReviewRecord } from '../../_kernel/records/reviews'
import { destroySigning } from '../../_kernel/review/keys'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'

type Ports = Pick<Call<unknown>, 'now' | 'random' | 'indexer'> & { readonly account: AccountId | 'clock' }

/** 撤销评家: nobody can receive any more. Members read it where they would have voted; objections that are still open are dropped afterwards. */
export function callingOff({ _id, union }: Pick<ReviewRecord, '_id' | 'union'>, ports: Ports, reason?: string) {
  const audit = auditing(ports, { action: 'review.call-off', subject: _id, union, content: { reason } })
  return async (tx: Transaction): Promise<Outcome<ReviewRecord, ReviewRefusal | 'NOT_FOUND'>> => {
    const review = await tx.get(reviews, _id)
    if (review === undefined) return refuse('NOT_FOUND')
    const next = stepped(review, 'call-off')
    if ('refuse' in next) return refuse(next.refuse)
    const calledOff = { at: ports.now, by: ports.account, ...(reason === undefined ? {} : { reason }) }
    const after = { ...review, phase: next.to, calledOff, updatedAt: ports.now }
    const due = { ...after, due: dueOf(after) }
    await tx.put<ReviewRecord>(reviews, due)
    await destroySigning(tx, review.keys)
    await audit(tx)
    return succeed(due)
  }
}
