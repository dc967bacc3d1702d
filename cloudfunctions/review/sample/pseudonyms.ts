import { fromBase64url } from '../../../shared/core/base64url'
import type { ReviewId } from '../../../shared/core/ids'
import { sampled } from '../../_kernel/records/review-samples'
import type { Store } from '../../_kernel/store/port'

const together = 1_000

/** 全部代号: 32 bytes each, a hundred thousand of them in a few megabytes. */
export async function pseudonymsOf(review: ReviewId, store: Pick<Store, 'find'>): Promise<readonly Uint8Array[]> {
  const found: Uint8Array[] = []
  for (let cursor: string | undefined; ;) {
    const page = await store.find(sampled, {
      index: 'byReview',
      equals: { review },
      limit: together,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const { pseudonym } of page.documents) {
      const bytes = fromBase64url(pseudonym)
      if (bytes === undefined) throw new Error(`a pseudonym of ${review} is not in base64url`)
      found.push(bytes)
    }
    cursor = page.cursor
    if (cursor === undefined) return found
  }
}
