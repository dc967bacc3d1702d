import { sha256 } from '@noble/hashes/sha2.js'
import { isSame, joined } from '../core/bytes'
import { toCbor } from '../core/cbor'
import type { ReviewId, UnionId } from '../core/ids'
import type { IsoDate } from '../core/time'
import { fingerprint, readSigningKey, type SigningPublic } from './blind/signing-key'
import { domain, type Envelope } from './envelope'
import { gradeNumber } from './ballot'
import type { Grade, ReviewForm, ReviewKind } from './kinds'

/** 评家公告: what stands from the announcement on and never changes. Everybody sees the same one, or their ballots are none of this review. */
export interface Announcement {
  readonly review: ReviewId
  readonly union: UnionId
  readonly year: number
  readonly kind: ReviewKind
  readonly form: ReviewForm
  /** 等次: the region’s; another one on a ballot does not count. */
  readonly grades: readonly Grade[]
  /** 职工人数 of a staff survey: slips are made for so many at most. 0 where a list of electors stands for them. */
  readonly staff: number
  /** 截止日: who is an active member on this day may vote. */
  readonly cutoff: IsoDate
  /** Fingerprints of the keys that sign tokens. Two keys, because a blind signer cannot see what for: of one key both tokens of a member would be for ballots. */
  readonly signing: Readonly<Record<Envelope, Uint8Array>>
  /** X25519: what ballots and remarks are sealed to; its secret is opened by the close. */
  readonly tallyKey: Uint8Array
}

/** Names the review in every ballot, token and id: 32 bytes that are others as soon as anything in the announcement is. */
export function announcementDigest(announcement: Announcement): Uint8Array {
  const { review, union, year, kind, form, staff, cutoff, signing, tallyKey } = announcement
  const grades = announcement.grades.map((grade) => gradeNumber[grade])
  const said = [review, union, year, kind, form, grades, staff, cutoff, signing.ballot, signing.remark, tallyKey]
  return sha256(joined(domain('announcement'), toCbor(said)))
}

/** The key behind a fingerprint. Undefined where it is another: a key for each voter would mark their ballots. */
export function announcedKey(
  { signing }: Pick<Announcement, 'signing'>,
  envelope: Envelope,
  spki: Uint8Array,
): SigningPublic | undefined {
  return isSame(fingerprint(spki), signing[envelope]) ? readSigningKey(spki) : undefined
}
