import { review as contract } from '../../../shared/contract/review'
import type { AccountId, ReviewId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { agreedCount, papersIn, type PaperCount } from '../../../shared/review/paper-count'
import { auditing } from '../../_kernel/audit'
import { PaperEntries, paperCounts, type PaperCountRecord } from '../../_kernel/records/review-counts'
import { countOfChannel } from '../../_kernel/review/channels'
import { openEntries } from '../../_kernel/review/paper'
import { sealJson } from '../../_kernel/secrets'
import { implement, type Call } from '../../_kernel/serve'
import { unions } from '../../_kernel/records/registry'
import { isJudged } from '../judged'
import { reviewOfUnion, stepOf } from '../of-union'
import { papersCounted } from './asking-for-papers'

/** 双人录入. Where two differ both counts are dropped, so that nobody finds the other’s figures by trying. */
export const enterPaperCount = implement(contract.procedures.enterPaperCount, async (call) => {
  const { union, review, grades, invalid } = call.input
  const count: PaperCount = { grades, invalid }
  const seen = await reviewOfUnion(call.input, call.store)
  if (!seen.ok) return seen
  if (await isJudged(seen.data, call)) return refuse('NOT_ALLOWED')
  const ticked = await countOfChannel(review, 'paper', call.store)
  const audit = auditing(call, { action: 'review.count-paper', subject: review, union, content: count })
  const entered = await call.act(async (tx) => {
    const found = await reviewOfUnion(call.input, tx)
    if (!found.ok) return found
    const step = stepOf(found.data, 'count-paper')
    if (!step.ok) return step
    const kept = await tx.get(paperCounts, review)
    if (kept?.state === 'agreed') return refuse('REVIEW_TOO_LATE')
    if (found.data.grades.every((each) => each !== 'mostly') && count.grades.mostly > 0)
      return refuse('GRADE_NOT_OFFERED')
    if (papersIn(count) > ticked) return refuse('MORE_PAPER_THAN_TICKED')
    const next = withCount(kept, { review, count, ticked }, call)
    await tx.put(paperCounts, next)
    if (next.state === 'agreed') {
      const counted = await tx.get(unions, union)
      if (counted === undefined) throw new Error(`${review} lost its union`)
      await papersCounted(tx, review, counted, { by: call.account, at: call.now })
    }
    await audit(tx)
    return succeed({ state: next.state })
  }, 'entry')
  if (!entered.ok) return entered
  const { state } = entered.data
  return state === 'differs' ? refuse('PAPER_COUNTS_DIFFER') : succeed({ state })
})

function withCount(
  kept: PaperCountRecord | undefined,
  { review, count, ticked }: { readonly review: ReviewId; readonly count: PaperCount; readonly ticked: number },
  call: Pick<Call<unknown>, 'sealer' | 'account' | 'now'>,
): PaperCountRecord {
  const others = (kept === undefined ? [] : openEntries(kept, call)).filter(({ teller }) => teller !== call.account)
  const entries = [...others, { teller: call.account, count }]
  const [other] = others
  if (other === undefined) return recordOf(review, 'one', entries, call)
  return agreedCount(count, other.count, ticked).ok
    ? recordOf(review, 'agreed', entries, call)
    : recordOf(review, 'differs', [], call)
}

function recordOf(
  review: ReviewId,
  state: PaperCountRecord['state'],
  entries: readonly { readonly teller: AccountId; readonly count: PaperCount }[],
  { sealer, now }: Pick<Call<unknown>, 'sealer' | 'now'>,
): PaperCountRecord {
  const place = { collection: paperCounts.name, id: review, field: 'entries' }
  const sealed = sealJson(sealer, place, PaperEntries.parse(entries))
  return { _id: review, tellers: entries.map(({ teller }) => teller), entries: sealed, state, updatedAt: now }
}
