import { chinaDay, isoTime, type IsoDate, type IsoTime } from '../../../shared/core/time'
import type { ReviewHeld, ReviewOutcome } from '../../../shared/home/standards/facts'
import type { PolicyValues } from '../../../shared/policy/values'
import { ballotsIn, ReviewKind } from '../../../shared/review/kinds'
import type { UnionRecord } from '../../_kernel/records/registry'
import { reviewPublications, reviewResults, type PublishedFigures } from '../../_kernel/records/review-results'
import { reviews } from '../../_kernel/records/reviews'
import { categoryOfReview } from '../../_kernel/review/category'
import type { Store } from '../../_kernel/store/port'

/** A few years of every kind. */
const looked = 30

/** 公布的评议: the latest of each kind, with what is public of it. */
export async function reviewsHeld(
  union: UnionRecord,
  values: Pick<PolicyValues, 'reviewMostlyCounts'>,
  { store }: { readonly store: Store },
): Promise<readonly ReviewHeld[]> {
  const { documents } = await store.find(reviews, {
    index: 'byUnion',
    equals: { union: union._id },
    order: 'descending',
    limit: looked,
  })
  const published = documents.filter(({ phase }) => phase === 'published')
  const latest = ReviewKind.options.flatMap((kind) => {
    const [first] = published
      .filter((one) => one.kind === kind)
      .sort((one, other) => (one.votingUntil < other.votingUntil ? 1 : -1))
    return first === undefined ? [] : [first]
  })
  return Promise.all(
    latest.map(async (review) => {
      const [category, outcome] = await Promise.all([
        categoryOfReview(review, union, store),
        outcomeOf(review._id, values, store),
      ])
      const { kind, form, grades, votingUntil } = review
      return { kind, form, grades, category, on: lastDay(votingUntil), ...(outcome === undefined ? {} : { outcome }) }
    }),
  )
}

/** Voting ends at midnight, when the day after begins. */
function lastDay(votingUntil: IsoTime): IsoDate {
  return chinaDay(isoTime(Date.parse(votingUntil) - 1))
}

/** Alone as it was published, or the pool’s: what is sealed is not looked at. */
async function outcomeOf(
  review: string,
  values: Pick<PolicyValues, 'reviewMostlyCounts'>,
  store: Store,
): Promise<ReviewOutcome | undefined> {
  const result = await store.get(reviewResults, review)
  if (result?.state === 'alone' && result.shown !== undefined) return counted(result.shown, false, values)
  if (result?.state !== 'pooled' || result.publication === undefined) return undefined
  const pool = (await store.get(reviewPublications, result.publication))?.pool
  return pool === undefined ? undefined : counted(pool, true, values)
}

function counted(
  { grades, verdict }: PublishedFigures,
  pooled: boolean,
  { reviewMostlyCounts }: Pick<PolicyValues, 'reviewMostlyCounts'>,
): ReviewOutcome {
  const mostly = verdict?.mostlyCounts ?? reviewMostlyCounts
  return { satisfied: grades.satisfied + (mostly ? grades.mostly : 0), valid: ballotsIn(grades), pooled }
}
