import {
  createCipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'
import { messageKey, type Hmac } from '../../../shared/core/hpke'
import { fromBase64url } from '../../../shared/core/base64url'
import { AnswerKey } from '../../../shared/contract/sealed-answer'

/** Encrypts one answer, once. */
export type SealOnce = (answer: string) => string

/** A key pair that is used for one answer and forgotten. */
export interface KeyPair {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

const freshPair = (): KeyPair => generateKeyPairSync('x25519')

/** Gets ready to answer a device: undefined where its key is none (not 32 bytes, or a point with which every secret is the same). */
export function sealingTo(
  answerKey: unknown,
  info: Uint8Array,
  { privateKey, publicKey }: KeyPair = freshPair(),
): SealOnce | undefined {
  const parsed = AnswerKey.safeParse(answerKey)
  const receiver = parsed.success ? fromBase64url(parsed.data) : undefined
  if (receiver === undefined) return undefined
  const shared = sharedSecret(privateKey, receiver)
  if (shared === undefined) return undefined
  const enc = rawPublic(publicKey)
  const { key, nonce } = messageKey(hmac, { shared, enc, receiver }, info)
  return (answer) => {
    const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
    const sealed = [cipher.update(answer, 'utf8'), cipher.final(), cipher.getAuthTag()]
    return Buffer.concat([enc, ...sealed]).toString('base64url')
  }
}

const hmac: Hmac = (key, message) => createHmac('sha256', key).update(message).digest()

/** OpenSSL refuses points of small order (RFC 7748 §6.1, RFC 9180 §7.1.4), which is the only way in which this fails. */
function sharedSecret(privateKey: KeyObject, receiver: Uint8Array): Uint8Array | undefined {
  try {
    return diffieHellman({ privateKey, publicKey: publicKeyFrom(receiver) })
  } catch {
    return undefined
  }
}

/** RFC 8037: an X25519 key as a JWK is its 32 bytes in base64url. OpenSSL’s DER costs ten times as much. */
function publicKeyFrom(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: { ...curve, x: base64url(raw) }, format: 'jwk' })
}

function rawPublic(key: KeyObject): Uint8Array {
  const { x } = key.export({ format: 'jwk' })
  return Buffer.from(x ?? '', 'base64url')
}

/** The pair of known bytes, for the RFC’s examples. */
export function pairOf(secret: Uint8Array, raw: Uint8Array): KeyPair {
  const key = { ...curve, d: base64url(secret), x: base64url(raw) }
  return { privateKey: createPrivateKey({ key, format: 'jwk' }), publicKey: publicKeyFrom(raw) }
}

const curve = { kty: 'OKP', crv: 'X25519' }
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
