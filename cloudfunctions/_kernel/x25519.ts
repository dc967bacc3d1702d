import { createHmac, createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto'
import type { Hmac } from '../../shared/core/hpke'

/** X25519 (RFC 7748) by node:crypto, as HPKE asks for it. */
export interface KeyPair {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

export const hmac: Hmac = (key, message) => createHmac('sha256', key).update(message).digest()

/** OpenSSL refuses points of small order (RFC 7748 §6.1, RFC 9180 §7.1.4), which is the only way in which this fails. */
export function sharedSecret(privateKey: KeyObject, other: Uint8Array): Uint8Array | undefined {
  try {
    return diffieHellman({ privateKey, publicKey: publicKeyFrom(other) })
  } catch {
    return undefined
  }
}

/** RFC 8037: an X25519 key as a JWK is its 32 bytes in base64url. OpenSSL’s DER costs ten times as much. */
function publicKeyFrom(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: { ...curve, x: base64url(raw) }, format: 'jwk' })
}

export function rawPublic(key: KeyObject): Uint8Array {
  const { x } = key.export({ format: 'jwk' })
  return Buffer.from(x ?? '', 'base64url')
}

/** The pair of known bytes. */
export function pairOf(secret: Uint8Array, raw: Uint8Array): KeyPair {
  const key = { ...curve, d: base64url(secret), x: base64url(raw) }
  return { privateKey: createPrivateKey({ key, format: 'jwk' }), publicKey: publicKeyFrom(raw) }
}

const curve = { kty: 'OKP', crv: 'X25519' }
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
