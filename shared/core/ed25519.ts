/** What signs and verifies: node:crypto in the functions, @noble/curves in the app. Keys are 32 bytes, signatures 64 (RFC 8032). */
export interface Signer {
  sign(message: Uint8Array): Uint8Array
}
export type Verify = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean

export const publicKeyBytes = 32
export const signatureBytes = 64

/**
 * The seven ways to write a y of a point of small order, the canonical ones and those beyond the prime (RFC 8032 §8.4; the list that libsodium keeps). Under such a key
 * one signature fits many messages, and verifiers disagree about it.
 */
const smallOrder = [
  `00${'00'.repeat(30)}00`,
  `01${'00'.repeat(30)}00`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
].map((hex) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16)))

/** 弱公钥: nobody signs with it, whatever the mathematics say. */
export function isWeakKey(publicKey: Uint8Array): boolean {
  if (publicKey.length !== publicKeyBytes) return true
  return smallOrder.some((weak) => isSameHeight(weak, publicKey)) || isBeyondPrime(publicKey)
}

/** The last byte holds the sign of x beside y. */
const heightOf = (key: Uint8Array, at: number) => (key[at] ?? 0) & (at === publicKeyBytes - 1 ? 0x7f : 0xff)

function isSameHeight(one: Uint8Array, other: Uint8Array): boolean {
  for (let at = 0; at < publicKeyBytes; at++) if (heightOf(one, at) !== heightOf(other, at)) return false
  return true
}

/** y ≥ p = 2^255 − 19: written in a way that RFC 8032 §5.1.3 does not allow. */
function isBeyondPrime(key: Uint8Array): boolean {
  if (heightOf(key, publicKeyBytes - 1) !== 0x7f) return false
  return key.subarray(1, publicKeyBytes - 1).every((byte) => byte === 0xff) && (key[0] ?? 0) >= 0xed
}

/** The order of the base point, little-endian: a signature whose S is not below it could be written in a second way (RFC 8032 §5.1.7). */
const order = Uint8Array.from([
  0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0x10,
])

export function isMalleable(signature: Uint8Array): boolean {
  if (signature.length !== signatureBytes) return true
  for (let at = 31; at >= 0; at--) {
    const [s, l] = [signature[32 + at] ?? 0, order[at] ?? 0]
    if (s !== l) return s > l
  }
  return true
}

/** A signature that every sound verifier takes: key and S judged first, whichever library computes. */
export function isSignedBy(
  publicKey: Uint8Array,
  { signature, message }: { readonly signature: Uint8Array; readonly message: Uint8Array },
  verify: Verify,
): boolean {
  return !isWeakKey(publicKey) && !isMalleable(signature) && verify(signature, message, publicKey)
}
