import { reviewKeys } from '../../_kernel/records/reviews'
import { newReviewKeys } from '../../_kernel/review/keys'
import type { Runtime } from '../../_kernel/runtime'

/** A chair who announces by themself does not wait either. */
const reserve = 2

/** 备密钥: made ahead, a third of a second each, so that nobody waits for a key who announces a review. */
export async function stockKeys(runtime: Runtime): Promise<number> {
  const spare = { index: 'byUse', equals: { review: undefined }, atMost: reserve }
  const missing = reserve - (await runtime.store.count(reviewKeys, spare))
  for (let made = 0; made < missing; made++) await runtime.store.insert(reviewKeys, await newReviewKeys(runtime))
  return missing
}
