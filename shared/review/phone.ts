import { ed25519 } from '@noble/curves/ed25519.js'
import { joined } from '../core/bytes'
import { blind, blindingFactor, factorBytes, finalize, prepare, used, type RsaPublic } from './blind/rsabssa'
import { tokenMessage, writeCast } from './cast'
import type { Envelope } from './envelope'
import { signedContent } from './open-cast'
import { boxInfo, sealBox } from './sealed-box'

/** What the phone does, by @noble/* and whole numbers: it has no WebCrypto. Randomness is handed in, because `wx.getRandomValues` answers later. */

/** 领取: what the phone keeps from asking to the answer. Nothing of it ever leaves the phone but `blinded`. */
export interface WantedToken {
  /** Secret of the token, 32 bytes. */
  readonly seed: Uint8Array
  readonly prefix: Uint8Array
  readonly unblinding: bigint
}

/** 已领选票凭证: enough to cast once. */
export interface HeldToken {
  readonly seed: Uint8Array
  readonly prefix: Uint8Array
  readonly signature: Uint8Array
}

const seedBytes = 32

/** How many random bytes `wantToken` takes for a key. */
export function tokenRandomness(key: RsaPublic): number {
  return seedBytes + used.prefixBytes + used.saltBytes + factorBytes(key)
}

/** A new token, blinded for the signer. Undefined only for a key that no honest signer made. */
export function wantToken(
  envelope: Envelope,
  review: Uint8Array,
  key: RsaPublic,
  random: Uint8Array,
): { readonly blinded: Uint8Array; readonly wanted: WantedToken } | undefined {
  const [saltAt, factorAt] = [seedBytes + used.prefixBytes, seedBytes + used.prefixBytes + used.saltBytes]
  const seed = random.slice(0, seedBytes)
  const prefix = random.slice(seedBytes, saltAt)
  const made = blind(key, prepared(envelope, review, { seed, prefix }), {
    salt: random.slice(saltAt, factorAt),
    factor: blindingFactor(key, random.slice(factorAt)),
  })
  return made && { blinded: made.blinded, wanted: { seed, prefix, unblinding: made.unblinding } }
}

/** The token with its signature. Undefined where the signer answered anything but a signature of it. */
export function takeToken(
  envelope: Envelope,
  review: Uint8Array,
  key: RsaPublic,
  { wanted, blindSignature }: { readonly wanted: WantedToken; readonly blindSignature: Uint8Array },
): HeldToken | undefined {
  const { seed, prefix, unblinding } = wanted
  const answered = { prepared: prepared(envelope, review, wanted), blindSignature, unblinding }
  const signature = finalize(key, used, answered)
  return signature && { seed, prefix, signature }
}

/** 投票: content (`writeBallot`, `writeRemark`) signed with the token’s key, sealed to the tally key. `ephemeral` is 32 random bytes, used once. */
export function castWith(
  envelope: Envelope,
  review: Uint8Array,
  { seed, prefix, signature }: HeldToken,
  { content, tallyKey, ephemeral }: SealedTo,
): Uint8Array {
  const token = ed25519.getPublicKey(seed)
  const signed = joined(content, ed25519.sign(signedContent(envelope, content), seed))
  const sealed = sealBox(signed, boxInfo(envelope, review, token), { tallyKey, ephemeral })
  return writeCast({ token, prefix, signature, sealed })
}

interface SealedTo {
  readonly content: Uint8Array
  readonly tallyKey: Uint8Array
  readonly ephemeral: Uint8Array
}

function prepared(envelope: Envelope, review: Uint8Array, { seed, prefix }: Pick<WantedToken, 'seed' | 'prefix'>) {
  return prepare(tokenMessage(envelope, review, ed25519.getPublicKey(seed)), prefix)
}
