import type { z } from 'zod'
import type { ballot } from '../../../shared/contract/ballot'
import { fromBase64url, toBase64url } from '../../../shared/core/base64url'
import { announcementDigest } from '../../../shared/review/announcement'
import { fingerprint, readSigningKey } from '../../../shared/review/blind/signing-key'
import type { KnownReview } from './steps'

export type ToldAnnouncement = z.output<(typeof ballot)['procedures']['announcement']['output']>

/**
 * 核对公告: the digest is computed here, from the keys themselves, and has to be the one that is announced: whoever was shown a key of their own would mark their
 * ballot with it. Undefined where it is another.
 */
export function knownFrom(told: ToldAnnouncement, announcedDigest: string): KnownReview | undefined {
  const { review, union, year, kind, form, grades, staff, cutoff } = told
  const spki = { ballot: fromBase64url(told.keys.ballot), remark: fromBase64url(told.keys.remark) }
  const tallyKey = fromBase64url(told.tallyKey)
  if (spki.ballot === undefined || spki.remark === undefined || tallyKey === undefined) return undefined
  const keys = { ballot: readSigningKey(spki.ballot), remark: readSigningKey(spki.remark) }
  if (keys.ballot === undefined || keys.remark === undefined) return undefined
  const signing = { ballot: fingerprint(spki.ballot), remark: fingerprint(spki.remark) }
  const facts = { review, union, year, kind, form, grades, staff, cutoff }
  const digest = announcementDigest({ ...facts, signing, tallyKey })
  if (toBase64url(digest) !== announcedDigest) return undefined
  return { digest, keys: { ballot: keys.ballot, remark: keys.remark }, tallyKey }
}
