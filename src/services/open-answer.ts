import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64url, toBase64url } from '../../shared/core/base64url'
import { messageKey, publicKeyBytes } from '../../shared/core/hpke'
import { SealedAnswer } from '../../shared/contract/sealed-answer'

/** What this device opens answers with. The secret never leaves it and is never stored. */
export interface AnswerKeys {
  readonly secret: Uint8Array
  readonly publicKey: Uint8Array
  /** The public key as a call carries it. */
  readonly answerKey: string
}

/** The keys of 32 random bytes. */
export function answerKeysOf(secret: Uint8Array): AnswerKeys {
  const publicKey = x25519.getPublicKey(secret)
  return { secret, publicKey, answerKey: toBase64url(publicKey) }
}

/** The answer that was sealed to these keys; a plain one (the door’s own refusal) as it is; undefined for what does not open. */
export function openAnswer(body: unknown, { secret, publicKey }: AnswerKeys, info: Uint8Array): unknown {
  const wrapped = SealedAnswer.safeParse(body)
  if (!wrapped.success) return body
  const bytes = fromBase64url(wrapped.data.sealed)
  if (bytes === undefined || bytes.length < publicKeyBytes) return undefined
  try {
    const enc = bytes.slice(0, publicKeyBytes)
    const shared = x25519.getSharedSecret(secret, enc)
    const { key, nonce } = messageKey(
      (under, message) => hmac(sha256, under, message),
      { shared, enc, receiver: publicKey },
      info,
    )
    const plain = chacha20poly1305(key, nonce).decrypt(bytes.slice(publicKeyBytes))
    return JSON.parse(new TextDecoder().decode(plain))
  } catch {
    return undefined
  }
}
