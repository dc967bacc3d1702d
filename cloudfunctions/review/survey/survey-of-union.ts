import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { fromBase64url } from '../../../shared/core/base64url'
import { refuse, type Outcome } from '../../../shared/core/outcome'
import type { ReviewRecord } from '../../_kernel/records/reviews'
import type { Reader } from '../../_kernel/store/port'
import { reviewOfUnion } from '../of-union'

/** The staff survey that an officer names, where it is their union’s. */
export async function surveyOfUnion(
  of: { readonly union: UnionId; readonly review: ReviewId },
  reader: Reader,
): Promise<Outcome<ReviewRecord, 'NOT_FOUND'>> {
  const known = await reviewOfUnion(of, reader)
  return known.ok && known.data.kind !== 'staff' ? refuse('NOT_FOUND') : known
}

/** 公告摘要: what a code is digested with. */
export function announcedDigest({ _id, digest }: Pick<ReviewRecord, '_id' | 'digest'>): Uint8Array {
  const bytes = fromBase64url(digest)
  if (bytes === undefined) throw new Error(`the digest of ${_id} is not in base64url`)
  return bytes
}

/** 能投票的人数 with so many slips more or less. */
export function withSlips(review: ReviewRecord, change: number, now: ReviewRecord['updatedAt']): ReviewRecord {
  return { ...review, electors: (review.electors ?? 0) + change, updatedAt: now }
}
