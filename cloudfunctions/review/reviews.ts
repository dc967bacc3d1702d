import type { z } from 'zod'
import { review } from '../../shared/contract/review'
import type { ReviewRow } from '../../shared/contract/review-campaign'
import type { UnionId } from '../../shared/core/ids'
import { refuse, succeed } from '../../shared/core/outcome'
import { unions } from '../_kernel/records/registry'
import { reviewResults } from '../_kernel/records/review-results'
import { reviews as records, type ReviewRecord } from '../_kernel/records/reviews'
import { implement } from '../_kernel/serve'
import { staffOnFile } from '../_kernel/staff-of-union'
import type { Store } from '../_kernel/store/port'

/** More years than anybody looks back on one page. */
const mostListed = 50

export const reviews = implement(review.procedures.reviews, async ({ input, store }) => {
  const [listed, staff] = await Promise.all([reviewsOf(input.union, store), staffOnFile(input.union, store)])
  return succeed({ reviews: listed, ...(staff === undefined ? {} : { staff }) })
})

/** The newest first. */
export async function reviewsOf(union: UnionId, store: Store): Promise<z.input<typeof ReviewRow>[]> {
  const [record, found] = await Promise.all([
    store.get(unions, union),
    store.find(records, { index: 'byUnion', equals: { union }, order: 'descending', limit: mostListed }),
  ])
  const unionName = record?.name ?? ''
  return found.documents.map((each) => rowOf(each, unionName))
}

/** 公告, for anybody. */
export const announcedReview = implement(review.procedures.announcedReview, async ({ input, store }) => {
  const found = await store.get(records, input.review)
  const union = found === undefined ? undefined : await store.get(unions, found.union)
  if (found === undefined || union === undefined) return refuse('NOT_FOUND')
  const result = found.phase === 'published' ? await store.get(reviewResults, found._id) : undefined
  const root = result === undefined || result.state === 'counted' ? {} : { root: result.root }
  return succeed({ ...rowOf(found, union.name), digest: found.digest, ...root })
})

export function rowOf(record: ReviewRecord, unionName: string): z.input<typeof ReviewRow> {
  const { _id, union, year, kind, form, grades, staff, phase, cutoff, electors, openObjections, calledOff } = record
  const { receivingFrom, votingFrom, votingUntil } = record
  return {
    review: _id,
    union,
    unionName,
    year,
    kind,
    form,
    grades,
    staff,
    phase,
    cutoff,
    receivingFrom,
    votingFrom,
    votingUntil,
    ...(electors === undefined ? {} : { electors }),
    openObjections,
    ...(calledOff === undefined ? {} : { calledOff }),
  }
}
