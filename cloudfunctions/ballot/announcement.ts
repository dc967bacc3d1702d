import { ballot } from '../../shared/contract/ballot'
import { refuse, succeed } from '../../shared/core/outcome'
import { reviewKeys, reviews } from '../_kernel/records/reviews'
import { implement } from '../_kernel/serve'

/** 公告, whole: a phone believes no digest that it did not compute itself. */
export const announcement = implement(ballot.procedures.announcement, async ({ input, store, now }) => {
  const review = await store.get(reviews, input.review)
  const keys = review && (await store.get(reviewKeys, review.keys))
  if (review === undefined || keys === undefined) return refuse('NOT_FOUND')
  const { _id, union, year, kind, form, grades, staff, cutoff, phase, receivingFrom, votingFrom, votingUntil } = review
  const { ballotKey, remarkKey, tallyKey } = keys
  return succeed({
    review: _id,
    union,
    year,
    kind,
    form,
    grades,
    staff,
    cutoff,
    keys: { ballot: ballotKey, remark: remarkKey },
    tallyKey,
    phase,
    receivingFrom,
    votingFrom,
    votingUntil,
    now,
  })
})
