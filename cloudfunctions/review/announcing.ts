import { toBase64url } from '../../shared/core/base64url'
import type { ReviewId, ReviewRoundId, UnionId } from '../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../shared/core/outcome'
import { periodsOf, type DaysOfReview } from '../../shared/review/days'
import type { ReviewKind } from '../../shared/review/kinds'
import type { PolicyValues } from '../../shared/policy/values'
import { dueOf } from '../../shared/review/next-step'
import type { ReviewCategory } from '../../shared/review/verdict'
import { auditing } from '../_kernel/audit'
import { unions } from '../_kernel/records/registry'
import { reviews, type ReviewKeysRecord, type ReviewRecord } from '../_kernel/records/reviews'
import type { AuditRecord } from '../_kernel/records/upkeep'
import { digestOf } from '../_kernel/review/announcement'
import { categoryOfReview } from '../_kernel/review/category'
import { newReviewKeys, spareKeys, takeKeys } from '../_kernel/review/keys'
import type { Call } from '../_kernel/serve'
import type { Transaction } from '../_kernel/store/port'
import { turnOf } from './turns'

/** Who announces: an officer, or the clock for a round. */
type Announcing = Pick<Call<unknown>, 'now' | 'today' | 'random' | 'indexer' | 'store' | 'sealer'> & {
  readonly account: Extract<AuditRecord['actor'], string>
}

export interface Announced {
  readonly union: UnionId
  readonly kind: ReviewKind
  /** 职工人数 that a staff survey announces; 0 for others. */
  readonly staff: number
  /** Form and grades are the region’s, not the chair’s. */
  readonly rules: Pick<PolicyValues, 'reviewForm' | 'reviewGrades'>
  readonly days: DaysOfReview
  readonly round?: ReviewRoundId | undefined
}

type Done<Code extends string> = Promise<Outcome<{ readonly review: ReviewId }, Code>>
type Write = (tx: Transaction) => Done<'REVIEW_THIS_YEAR' | 'KEYS_TAKEN'>

/** Of keys from the stock; then somebody else has been faster each time, and a set of its own is worth waiting for. */
const triesFromStock = 3

/**
 * 发公告: keys and digest stand in the audit chain before anybody can receive a token. `commit` runs the transaction; it is asked again where another review took
 * the same keys a moment before.
 */
export async function announcing(
  announced: Announced,
  call: Announcing,
  commit: (write: Write) => Done<'REVIEW_THIS_YEAR' | 'KEYS_TAKEN' | 'REQUEST_REUSED'>,
): Done<'REVIEW_THIS_YEAR' | 'REQUEST_REUSED'> {
  const { union, kind, days } = announced
  const { next, last } = await turnOf({ union, kind, year: yearOf(days) }, call.store)
  if (last !== undefined && last.phase !== 'called-off') return refuse('REVIEW_THIS_YEAR')
  const { hostUnit } = (await call.store.get(unions, union)) ?? {}
  const category = await categoryOfReview({ kind }, { hostUnit }, call.store)
  for (let tried = 0; ; tried++) {
    const runtime = { ...call, now: () => call.now }
    const keys = tried < triesFromStock ? await spareKeys(runtime) : await newReviewKeys(runtime)
    const written = await commit(writing(next, { ...announced, category }, keys, call))
    if (written.ok) return written
    const { code } = written
    if (code !== 'KEYS_TAKEN') return refuse(code)
  }
}

/** 评议年度: that of the first day of voting. */
export function yearOf({ votingOn }: Pick<DaysOfReview, 'votingOn'>): number {
  return Number(votingOn.slice(0, 4))
}

function writing(
  _id: ReviewId,
  { union, kind, staff, rules, days, round, category }: Announced & { readonly category: ReviewCategory },
  keys: ReviewKeysRecord,
  call: Announcing,
): Write {
  // A slip of a staff survey is used on a phone, by nobody’s name: nobody could be ticked for a paper.
  const form = kind === 'staff' ? 'electronic' : rules.reviewForm
  const grades = [...rules.reviewGrades]
  const facts = { _id, union, year: yearOf(days), kind, form, grades, staff, cutoff: days.cutoff }
  const digest = toBase64url(digestOf(facts, keys))
  const record: ReviewRecord = {
    ...facts,
    category,
    announcedOn: call.today,
    ...(call.account === 'clock' || call.account === 'operator' ? {} : { announcedBy: call.account }),
    ...(round === undefined ? {} : { round }),
    keys: keys._id,
    digest,
    phase: 'announced',
    ...periodsOf(days),
    openObjections: 0,
    ...withoutList(kind),
    updatedAt: call.now,
  }
  const { ballotKey, remarkKey, tallyKey } = keys
  const content = { digest, ballotKey, remarkKey, tallyKey, staff, category }
  const audit = auditing(call, { action: 'review.announce', subject: _id, union, content, digest })
  return async (tx) => {
    if ((await tx.get(reviews, _id)) !== undefined) return refuse('REVIEW_THIS_YEAR')
    if (!(await takeKeys(tx, keys, _id))) return refuse('KEYS_TAKEN')
    await tx.put<ReviewRecord>(reviews, { ...record, due: dueOf(record) })
    await audit(tx)
    return succeed({ review: _id })
  }
}

/** A staff survey names nobody: as many may vote as slips were handed out. */
function withoutList(kind: ReviewKind): Pick<ReviewRecord, 'electors'> {
  return kind === 'staff' ? { electors: 0 } : {}
}
