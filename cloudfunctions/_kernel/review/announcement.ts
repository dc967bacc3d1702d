import { fromBase64url } from '../../../shared/core/base64url'
import { announcementDigest, type Announcement } from '../../../shared/review/announcement'
import { fingerprint } from '../../../shared/review/blind/signing-key'
import type { ReviewKeysRecord, ReviewRecord } from '../records/reviews'

type Facts = Pick<ReviewRecord, '_id' | 'union' | 'year' | 'kind' | 'form' | 'grades' | 'staff' | 'cutoff'>
type Publics = Pick<ReviewKeysRecord, 'ballotKey' | 'remarkKey' | 'tallyKey'>

/** 公告, as everybody’s phone computes it again. */
export function announcementOf(
  { _id, union, year, kind, form, grades, staff, cutoff }: Facts,
  { ballotKey, remarkKey, tallyKey }: Publics,
): Announcement {
  const signing = { ballot: fingerprint(bytesOf(ballotKey)), remark: fingerprint(bytesOf(remarkKey)) }
  return { review: _id, union, year, kind, form, grades, staff, cutoff, signing, tallyKey: bytesOf(tallyKey) }
}

export function digestOf(facts: Facts, keys: Publics): Uint8Array {
  return announcementDigest(announcementOf(facts, keys))
}

function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64url(text)
  if (bytes === undefined) throw new Error('a public key of a review is not in base64url')
  return bytes
}
