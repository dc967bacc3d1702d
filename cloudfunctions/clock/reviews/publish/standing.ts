import type { IsoTime } from '../../../../shared/core/time'
import { periodsOf } from '../../../../shared/review/days'
import { isAwaited } from '../../../../shared/review/awaited'
import { unions } from '../../../_kernel/records/registry'
import { reviewRounds } from '../../../_kernel/records/review-rounds'
import { reviewResults, type PublicationDue, type ReviewResultRecord } from '../../../_kernel/records/review-results'
import { reviews, type ReviewRecord } from '../../../_kernel/records/reviews'
import type { Runtime } from '../../../_kernel/runtime'
import type { Collection, Query, Store, Stored } from '../../../_kernel/store/port'

export interface GroupStanding {
  /** What can be published: counted since the last time, and withheld then. Empty where nothing was counted since. */
  readonly counted: readonly ReviewResultRecord[]
  readonly waits: boolean
}

/** 齐了没有: whether every review of the group is counted, called off or too late. Those that a round has still to open are awaited like the others. */
export async function standingOf(
  due: PublicationDue,
  { store, now }: Pick<Runtime, 'store' | 'now'>,
): Promise<GroupStanding> {
  const [fresh, withheld] = await Promise.all([
    resultsOf(due._id, 'counted', store),
    resultsOf(due._id, 'withheld', store),
  ])
  const ends: IsoTime[] = []
  const open: IsoTime[] = []
  const counted = new Set(fresh.map(({ _id }) => _id))
  const elsewhere = new Set(counted)
  for await (const { _id, phase, votingUntil } of reviewsIn(due, store)) {
    elsewhere.delete(_id)
    if (counted.has(_id)) ends.push(votingUntil)
    else if (phase !== 'published' && phase !== 'called-off') open.push(votingUntil)
  }
  // Whose union went to another upper union after the count is not met below this one; it was counted here and is published here.
  for (const id of elsewhere) {
    const review = await store.get(reviews, id)
    if (review !== undefined) ends.push(review.votingUntil)
  }
  const toCome = due.round === undefined ? undefined : await store.get(reviewRounds, due.round)
  if (toCome !== undefined && toCome.state !== 'opened') open.push(periodsOf(toCome.days).votingUntil)
  const [firstEnd] = ends.sort()
  if (firstEnd === undefined) return { counted: [], waits: false }
  const waits = open.some((votingUntil) => isAwaited({ votingUntil, firstEnd }, now()))
  return { counted: [...fresh, ...withheld], waits }
}

async function resultsOf(group: string, state: ReviewResultRecord['state'], store: Store) {
  const found: ReviewResultRecord[] = []
  for await (const result of allOf(reviewResults, { index: 'byGroup', equals: { group, state } }, store))
    found.push(result)
  return found
}

/** The same reviews that `groupOf` puts there, counted or not. */
async function* reviewsIn({ round, upper, year, kind }: PublicationDue, store: Store): AsyncGenerator<ReviewRecord> {
  if (round !== undefined) {
    for await (const review of allOf(reviews, { index: 'byRound', equals: { round } }, store))
      if (review.kind === kind) yield review
    return
  }
  const own = await store.get(unions, upper)
  if (own?.parent === undefined) yield* ofUnion(upper)
  for await (const { _id } of allOf(unions, { index: 'byParent', equals: { parent: upper } }, store))
    yield* ofUnion(_id)

  async function* ofUnion(union: ReviewRecord['union']): AsyncGenerator<ReviewRecord> {
    for await (const review of allOf(reviews, { index: 'byUnion', equals: { union, year } }, store))
      if (review.kind === kind && review.round === undefined) yield review
  }
}

async function* allOf<D extends Stored>(collection: Collection<D>, query: Query<D>, store: Store): AsyncGenerator<D> {
  for (let cursor: string | undefined; ;) {
    const page = await store.find(collection, { ...query, limit: 500, ...(cursor === undefined ? {} : { cursor }) })
    yield* page.documents
    cursor = page.cursor
    if (cursor === undefined) return
  }
}
