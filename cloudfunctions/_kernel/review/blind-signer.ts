import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto'
import { promisify } from 'node:util'
import { isSame } from '../../../shared/core/bytes'
import { toInteger } from '../../../shared/review/blind/modular'
import { modulusBytes, readSigningKey } from '../../../shared/review/blind/signing-key'

/** 盲签: answers a promise, so that a second authority elsewhere can have to sign as well. */
export interface BlindSigner {
  /** SubjectPublicKeyInfo: what phones verify with. */
  readonly publicKey: Uint8Array
  /** Undefined for what is no blinded message of this key. */
  sign(blinded: Uint8Array): Promise<Uint8Array | undefined>
}

/** A new key, PKCS#8 and SubjectPublicKeyInfo. It takes a second or so: made ahead, never while somebody waits. */
export async function newSigningKey(): Promise<{ readonly secret: Uint8Array; readonly publicKey: Uint8Array }> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 8 * modulusBytes,
    publicExponent: 65537,
    privateKeyEncoding: { format: 'der', type: 'pkcs8' },
    publicKeyEncoding: { format: 'der', type: 'spki' },
  })
  return { secret: Uint8Array.from(privateKey), publicKey: Uint8Array.from(publicKey) }
}

/**
 * RFC 9474 §4.3 with the key of one review. Throws for a key that phones would refuse.
 */
export function blindSigner(secret: Uint8Array): BlindSigner {
  const privateKey = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' })
  const verifying = createPublicKey(privateKey)
  const publicKey = Uint8Array.from(verifying.export({ format: 'der', type: 'spki' }))
  const known = readSigningKey(publicKey)
  if (known === undefined) throw new Error('a signing key of a review is RSA, 2048 bits, e = 65537')
  const { n } = known
  const raw = { padding: constants.RSA_NO_PADDING }

  async function sign(blinded: Uint8Array): Promise<Uint8Array | undefined> {
    if (blinded.length !== modulusBytes) return undefined
    const message = toInteger(blinded)
    if (message <= 1n || message >= n - 1n) return undefined
    const signature = privateDecrypt({ key: privateKey, ...raw }, blinded)
    // One faulty computation with the two primes would give the key away (Boneh, DeMillo, Lipton): nothing leaves unproved.
    if (!isSame(publicEncrypt({ key: verifying, ...raw }, signature), blinded))
      throw new Error('a blind signature failed')
    return Uint8Array.from(signature)
  }
  return { publicKey, sign }
}
