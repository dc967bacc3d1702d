import { createCipheriv } from 'node:crypto'
import { messageKey } from '../../../shared/core/hpke'
import { fromBase64url } from '../../../shared/core/base64url'
import { AnswerKey } from '../../../shared/contract/sealed-answer'
import { hmac, newPair, sharedSecret, type KeyPair } from '../x25519'

/** Encrypts one answer, once. */
export type SealOnce = (answer: string) => string

/** Gets ready to answer a device: undefined where its key is none (not 32 bytes, or a point with which every secret is the same). A key pair is used for one answer and forgotten. */
export function sealingTo(
  answerKey: unknown,
  info: Uint8Array,
  { privateKey, raw: enc }: KeyPair = newPair(),
): SealOnce | undefined {
  const parsed = AnswerKey.safeParse(answerKey)
  const receiver = parsed.success ? fromBase64url(parsed.data) : undefined
  if (receiver === undefined) return undefined
  const shared = sharedSecret(privateKey, receiver)
  if (shared === undefined) return undefined
  const { key, nonce } = messageKey(hmac, { shared, enc, receiver }, info)
  return (answer) => {
    const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
    const sealed = [cipher.update(answer, 'utf8'), cipher.final(), cipher.getAuthTag()]
    return Buffer.concat([enc, ...sealed]).toString('base64url')
  }
}
