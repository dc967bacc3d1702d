import { review as contract } from '../../../shared/contract/review'
import type { UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import type { ReviewKind } from '../../../shared/review/kinds'
import { populationOf } from '../../../shared/review/population'
import { unions } from '../../_kernel/records/registry'
import { reviewPublications, reviewResults, type ReviewPublicationRecord } from '../../_kernel/records/review-results'
import { reviews } from '../../_kernel/records/reviews'
import { implement } from '../../_kernel/serve'
import type { Store } from '../../_kernel/store/port'

const pageSize = 50
/** A group is published once, and again for whoever was late. */
const mostPublications = 50

/** 下级工会评家一览. Totals are those of whole publications: a sum of chosen rows could be told against another sum. */
export const reviewsBelow = implement(contract.procedures.reviewsBelow, async ({ input, store }) => {
  const { union, year, kind, cursor } = input
  const [below, published] = await Promise.all([
    store.find(unions, {
      index: 'byParent',
      equals: { parent: union },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    }),
    store.find(reviewPublications, {
      index: 'byUpper',
      equals: { upper: union, year, kind },
      limit: mostPublications,
    }),
  ])
  const rows = await Promise.all(
    below.documents.map(async ({ _id, name }) => {
      const review = await reviewOf({ union: _id, year, kind }, store)
      return { union: _id, name, ...(review === undefined ? {} : { review }) }
    }),
  )
  return succeed({
    rows,
    ...(below.cursor === undefined ? {} : { cursor: below.cursor }),
    publications: published.documents.map(publicationView),
  })
})

/** The one of the year that stands: another one is announced only after the first was called off. */
async function reviewOf(
  { union, year, kind }: { readonly union: UnionId; readonly year: number; readonly kind: ReviewKind },
  store: Store,
) {
  const found = await store.find(reviews, { index: 'byUnion', equals: { union, year }, limit: 50 })
  const ofKind = found.documents.filter((each) => each.kind === kind)
  const review = ofKind.find(({ phase }) => phase !== 'called-off') ?? ofKind.at(-1)
  if (review === undefined) return undefined
  const { _id, phase, electors } = review
  const known = { review: _id, phase, ...(electors === undefined ? {} : { electors: populationOf(review, electors) }) }
  const result = await store.get(reviewResults, _id)
  if (result === undefined || result.state === 'counted') return { ...known, told: 'not-yet' as const }
  const { state: told, voted, shown } = result
  return {
    ...known,
    told,
    ...(voted === undefined ? {} : { voted }),
    ...(shown === undefined ? {} : { figures: shown }),
  }
}

function publicationView({ at, rows, pool, total }: ReviewPublicationRecord) {
  const many = (as: 'alone' | 'pooled' | 'withheld') => rows.filter((row) => row.as === as).length
  return {
    at,
    alone: many('alone'),
    pooled: many('pooled'),
    withheld: many('withheld'),
    ...(pool === undefined ? {} : { pool }),
    ...(total === undefined ? {} : { total }),
  }
}
