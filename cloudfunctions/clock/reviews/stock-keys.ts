import { stillToOpen } from '../../../shared/review/round'
import { reviewRounds } from '../../_kernel/records/review-rounds'
import { reviewKeys } from '../../_kernel/records/reviews'
import { newReviewKeys } from '../../_kernel/review/keys'
import type { Runtime } from '../../_kernel/runtime'
import type { Store } from '../../_kernel/store/port'
import { openedIn } from '../../review/rounds/in-round'
import { timeBox } from './time-box'

/** A chair who announces by themself does not wait either. */
const reserve = 2
/** Of a run: a round of 28,000 unions is ready after some hours, which is why it is announced days ahead. */
const runMs = 15_000
const mostRounds = 100

/** 备密钥: made ahead, a third of a second each, so that nobody waits for a key who announces a review. A round says how many it will take. */
export async function stockKeys(runtime: Runtime): Promise<number> {
  const hasTime = timeBox(runMs)
  const wanted = reserve + (await demand(runtime.store))
  const spare = { index: 'byUse', equals: { review: undefined }, atMost: wanted }
  const missing = wanted - (await runtime.store.count(reviewKeys, spare))
  let made = 0
  for (; made < missing && hasTime(); made++) await runtime.store.insert(reviewKeys, await newReviewKeys(runtime))
  return made
}

async function demand(store: Store): Promise<number> {
  let sum = 0
  for (const state of ['waiting', 'opening'] as const) {
    const { documents } = await store.find(reviewRounds, { index: 'byState', equals: { state }, limit: mostRounds })
    for (const round of documents) sum += stillToOpen({ unions: round.unions, opened: await openedIn(round, store) })
  }
  return sum
}
