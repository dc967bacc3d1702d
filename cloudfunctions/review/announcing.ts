import { toBase64url } from '../../shared/core/base64url'
import { ReviewId, type ReviewRoundId, type UnionId } from '../../shared/core/ids'
import { listDue, periodsOf, type DaysOfReview } from '../../shared/review/days'
import type { ReviewForm, ReviewKind } from '../../shared/review/kinds'
import { auditing } from '../_kernel/audit'
import { reviews, type ReviewRecord } from '../_kernel/records/reviews'
import { digestOf } from '../_kernel/review/announcement'
import { spareKeys, takeKeys } from '../_kernel/review/keys'
import type { Call } from '../_kernel/serve'
import type { Transaction } from '../_kernel/store/port'

type Announcing = Pick<Call<unknown>, 'now' | 'today' | 'account' | 'random' | 'indexer' | 'store' | 'sealer'>

interface Announced {
  readonly union: UnionId
  readonly kind: ReviewKind
  readonly form: ReviewForm
  readonly days: DaysOfReview
  readonly round?: ReviewRoundId
}

export interface ReviewInWaiting {
  readonly record: ReviewRecord
  /** `taken`: somebody announced the same year’s review, or took the keys, a moment before. */
  write(tx: Transaction): Promise<'written' | 'taken'>
}

/** One a year and kind: its id says which, so that a second one meets the first. */
export function reviewIdOf({ union, year, kind }: { union: UnionId; year: number; kind: ReviewKind }): ReviewId {
  return ReviewId.parse(`${year}:${kind}:${union}`)
}

/** 发公告: keys and digest stand in the audit chain before anybody can receive a token. */
export async function announcing(
  { union, kind, form, days, round }: Announced,
  call: Announcing,
): Promise<ReviewInWaiting> {
  const year = Number(days.votingOn.slice(0, 4))
  const _id = reviewIdOf({ union, year, kind })
  const keys = await spareKeys({ ...call, now: () => call.now })
  const facts = { _id, union, year, kind, form, cutoff: days.cutoff }
  const digest = toBase64url(digestOf(facts, keys))
  const record: ReviewRecord = {
    ...facts,
    announcedOn: call.today,
    announcedBy: call.account,
    ...(round === undefined ? {} : { round }),
    keys: keys._id,
    digest,
    phase: 'announced',
    ...periodsOf(days),
    due: listDue(days),
    openObjections: 0,
    updatedAt: call.now,
  }
  const { ballotKey, remarkKey, tallyKey } = keys
  const content = { digest, ballotKey, remarkKey, tallyKey }
  const audit = auditing(call, { action: 'review.announce', subject: _id, union, content })
  return {
    record,
    async write(tx) {
      if ((await tx.get(reviews, _id)) !== undefined || !(await takeKeys(tx, keys, _id))) return 'taken'
      await tx.put(reviews, record)
      await audit(tx)
      return 'written'
    },
  }
}
