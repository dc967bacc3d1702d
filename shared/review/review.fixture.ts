import { randomBytes } from 'node:crypto'
import { verifyWithNode } from '../../cloudfunctions/_kernel/card/ed25519'
import { blindSigner, newSigningKey } from '../../cloudfunctions/_kernel/review/blind-signer'
import { boxOpener, newTallyKey, tokenVerifier } from '../../cloudfunctions/_kernel/review/opening'
import { ReviewId, UnionId } from '../core/ids'
import { IsoDate } from '../core/time'
import { announcedKey, announcementDigest, type Announcement } from './announcement'
import { writeBallot } from './ballot'
import { fingerprint } from './blind/signing-key'
import type { Envelope } from './envelope'
import { Grade } from './kinds'
import type { Opening } from './open-cast'
import { castWith, takeToken, tokenRandomness, wantToken, type HeldToken } from './phone'
import { writeRemark, type Remark } from './remark'

export const random = (count: number) => Uint8Array.from(randomBytes(count))

/** A review with keys of its own, its electors’ phones, and what opens it. */
export async function openReview(
  name = 'review-2026',
  change: Partial<Pick<Announcement, 'kind' | 'grades' | 'staff'>> = {},
) {
  const [ballotKey, remarkKey] = [await newSigningKey(), await newSigningKey()]
  const signers = { ballot: blindSigner(ballotKey.secret), remark: blindSigner(remarkKey.secret) }
  const tally = newTallyKey()
  const announcement: Announcement = {
    review: ReviewId.parse(name),
    union: UnionId.parse('union-a'),
    year: 2026,
    kind: 'members',
    form: 'mixed',
    grades: Grade.options,
    staff: 0,
    cutoff: IsoDate.parse('2026-10-31'),
    signing: { ballot: fingerprint(ballotKey.publicKey), remark: fingerprint(remarkKey.publicKey) },
    tallyKey: tally.publicKey,
    ...change,
  }
  const review = announcementDigest(announcement)
  const keys = { ballot: ballotKey.publicKey, remark: remarkKey.publicKey }
  const opening = (envelope: Envelope): Opening => ({
    review,
    grades: announcement.grades,
    isSigned: tokenVerifier(keys[envelope]),
    open: boxOpener(tally),
    verify: verifyWithNode,
  })

  /** `signedBy`: whose key the phone has sign it; a blind signer cannot see what for. */
  async function receive(envelope: Envelope, signedBy: Envelope = envelope): Promise<HeldToken> {
    const key = announcedKey(announcement, signedBy, keys[signedBy])
    const made = key && wantToken(envelope, review, key, random(tokenRandomness(key)))
    const blindSignature = made && (await signers[signedBy].sign(made.blinded))
    const held = made && blindSignature && takeToken(envelope, review, key, { wanted: made.wanted, blindSignature })
    if (held === undefined) throw new Error('nothing received')
    return held
  }

  function castBallot(held: HeldToken, grade: Grade, of: Uint8Array = review): Uint8Array {
    return castContent('ballot', held, writeBallot({ review: of, grade }))
  }

  function castRemark(held: HeldToken, remark: Omit<Remark, 'review'>): Uint8Array {
    const content = writeRemark({ review, ...remark })
    if (content === undefined) throw new Error('no remark')
    return castContent('remark', held, content)
  }

  function castContent(envelope: Envelope, held: HeldToken, content: Uint8Array): Uint8Array {
    return castWith(envelope, review, held, { content, tallyKey: tally.publicKey, ephemeral: random(32) })
  }

  return { announcement, review, keys, signers, tally, opening, receive, castBallot, castRemark, castContent }
}

export type OpenReview = Awaited<ReturnType<typeof openReview>>
