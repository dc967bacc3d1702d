import { castUnions } from '../../local/demo/personas'
import { PersonId, type ReviewId, type UnionId } from '../../shared/core/ids'
import { isoTime } from '../../shared/core/time'
import type { Channel } from '../../shared/review/channel'
import type { ReviewPhase } from '../../shared/review/life'
import { inOffice } from '../../tests/faults/ready'
import type { TestSystem } from '../../tests/system'
import { electorId, electors, reviews, type ElectorRecord, type ReviewRecord } from '../_kernel/records/reviews'
import { memberships } from '../_kernel/records/memberships'
import { destroySigning } from '../_kernel/review/keys'
import { announced } from './review.fixture'

/** Two who may tick and count in a union, and nobody else’s tellers. */
export async function tellersOf(system: TestSystem, union: UnionId = castUnions.factory.id) {
  const [one, other] = [await inOffice(system, union, 'clerk'), await inOffice(system, union, 'examiner')]
  return { one: one.as, other: other.as }
}

export async function recordOfReview({ runtime }: TestSystem, review: ReviewId): Promise<ReviewRecord> {
  const record = await runtime.store.get(reviews, review)
  if (record === undefined) throw new Error(`there is no review ${review}`)
  return record
}

/** The review stands in this phase now; a closed one has no signing keys any more. */
export async function putPhase(system: TestSystem, review: ReviewId, phase: ReviewPhase): Promise<void> {
  const { due: _, ...record } = await recordOfReview(system, review)
  await system.runtime.store.transact(async (tx) => {
    await tx.put(reviews, { ...record, phase })
    if (phase === 'closed') await destroySigning(tx, record.keys)
  })
}

/** Electors who are nobody in particular, so many by each channel. */
export async function putElectors(
  system: TestSystem,
  review: ReviewId,
  { phone = 0, paper = 0, silent = 0 }: { phone?: number; paper?: number; silent?: number },
): Promise<void> {
  const channels: readonly (Channel | undefined)[] = [
    ...Array.from({ length: phone }, () => 'phone' as const),
    ...Array.from({ length: paper }, () => 'paper' as const),
    ...Array.from({ length: silent }, () => undefined),
  ]
  const { store } = system.runtime
  for (const [at, channel] of channels.entries()) {
    const person = PersonId.parse(`voter-${at}`)
    const elector: ElectorRecord = { _id: electorId(review, person), review, person, standing: 'elector' }
    await store.insert(electors, channel === undefined ? elector : { ...elector, channel })
  }
  const record = await recordOfReview(system, review)
  await store.transact((tx) => tx.put(reviews, { ...record, electors: channels.length }))
}

/** A review of the factory’s that is being voted in, its members the electors. */
export async function votingAmongMembers(
  system: TestSystem,
  union: UnionId = castUnions.factory.id,
  as = 'demo-factory-chair',
): Promise<{ readonly review: ReviewId; readonly persons: readonly PersonId[] }> {
  const review = await announced(system, union, as)
  const { store } = system.runtime
  const { documents } = await store.find(memberships, {
    index: 'byUnion',
    equals: { union, state: 'active' },
    limit: 100,
  })
  for (const { _id: person } of documents)
    await store.insert(electors, { _id: electorId(review, person), review, person, standing: 'elector' })
  await putPhase(system, review, 'voting')
  return { review, persons: documents.map(({ _id }) => _id) }
}

/** When the count of a review may begin: longer after its end than any function runs. */
export async function afterTheEnd(system: TestSystem, review: ReviewId): Promise<void> {
  const { votingUntil } = await recordOfReview(system, review)
  system.travel(isoTime(Date.parse(votingUntil) + 100_000))
}
