import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { joined } from '../core/bytes'
import { messageKey } from '../core/hpke'
import { domain, type Envelope } from './envelope'

/** Opens with the tally key what was sealed to it; undefined for anything else. */
export type OpenBox = (sealed: Uint8Array, info: Uint8Array) => Uint8Array | undefined

/** What a box is bound to besides its content: copied under another token it does not open. */
export function boxInfo(envelope: Envelope, review: Uint8Array, token: Uint8Array): Uint8Array {
  return joined(domain(envelope, 'seal'), review, token)
}

/** 封票: one message to the tally key (HPKE as in `core/hpke`), with 32 random bytes that are used once. On the phone, by @noble/*. */
export function sealBox(
  content: Uint8Array,
  info: Uint8Array,
  { tallyKey, ephemeral }: { readonly tallyKey: Uint8Array; readonly ephemeral: Uint8Array },
): Uint8Array {
  const enc = x25519.getPublicKey(ephemeral)
  const shared = x25519.getSharedSecret(ephemeral, tallyKey)
  const { key, nonce } = messageKey(
    (under, message) => hmac(sha256, under, message),
    { shared, enc, receiver: tallyKey },
    info,
  )
  return joined(enc, chacha20poly1305(key, nonce).encrypt(content))
}
