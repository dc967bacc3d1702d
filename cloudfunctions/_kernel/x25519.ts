import { createHmac, createPrivateKey, createPublicKey, diffieHellman, randomBytes, type KeyObject } from 'node:crypto'
import type { Hmac } from '../../shared/core/hpke'

/** X25519 (RFC 7748) by node:crypto, as HPKE asks for it. */
export interface KeyPair {
  readonly privateKey: KeyObject
  /** The public key, 32 bytes. */
  readonly raw: Uint8Array
}

export const secretBytes = 32

export const hmac: Hmac = (key, message) => createHmac('sha256', key).update(message).digest()

/** OpenSSL refuses points of small order (RFC 7748 §6.1, RFC 9180 §7.1.4), which is the only way in which this fails. */
export function sharedSecret(privateKey: KeyObject, other: Uint8Array): Uint8Array | undefined {
  try {
    return diffieHellman({ privateKey, publicKey: publicKeyFrom(other) })
  } catch {
    return undefined
  }
}

/**
 * A new pair: any 32 bytes are a secret (RFC 7748 §6.1). Not by `generateKeyPairSync`: where Node’s garbage collector meets the finished job of a pair that is just
 * being exported as a JWK, both want the one lock of that key, and the process stands still for good (Node 20.20).
 */
export function newPair(): KeyPair {
  return pairOf(randomBytes(secretBytes))
}

/** The pair of known bytes. */
export function pairOf(secret: Uint8Array): KeyPair {
  // Node wants an `x` and does not look at it.
  const key = { ...curve, d: base64url(secret), x: base64url(base) }
  const privateKey = createPrivateKey({ key, format: 'jwk' })
  const raw = sharedSecret(privateKey, base)
  if (raw === undefined) throw new Error('a secret without a public key')
  return { privateKey, raw: Uint8Array.from(raw) }
}

/** RFC 8037: an X25519 key as a JWK is its 32 bytes in base64url. OpenSSL’s DER costs ten times as much. */
function publicKeyFrom(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: { ...curve, x: base64url(raw) }, format: 'jwk' })
}

const curve = { kty: 'OKP', crv: 'X25519' }
/** 基点 9. */
const base = Uint8Array.of(9, ...new Uint8Array(31))
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
