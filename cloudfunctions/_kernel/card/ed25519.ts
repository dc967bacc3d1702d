import { createPrivateKey, createPublicKey, sign, verify as verifyByNode, type KeyObject } from 'node:crypto'
import type { Signer, Verify } from '../../../shared/core/ed25519'

/** RFC 8410 §7: what stands before the 32 bytes of an Ed25519 private key in PKCS#8. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

export interface SigningKey extends Signer {
  readonly publicKey: Uint8Array
}

/** A key pair from its 32-byte seed (RFC 8032 §5.1.5). */
export function signingKey(seed: Uint8Array): SigningKey {
  const secret = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32)
  return { publicKey: Uint8Array.from(publicKey), sign: (message) => Uint8Array.from(sign(null, message, secret)) }
}

/** By node:crypto; weak keys and malleable signatures are judged before (`isSignedBy`). */
export const verifyWithNode: Verify = (signature, message, publicKey) =>
  verifyByNode(null, message, keyFrom(publicKey), signature)

function keyFrom(publicKey: Uint8Array): KeyObject {
  // As a JWK: OpenSSL takes the bytes as they are; from DER it tries every decoder there is, which takes longer than verifying.
  const key = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') }
  return createPublicKey({ key, format: 'jwk' })
}
