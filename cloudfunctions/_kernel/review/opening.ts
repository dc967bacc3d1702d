import { constants, createDecipheriv, createPublicKey, randomBytes, verify } from 'node:crypto'
import { messageKey, publicKeyBytes } from '../../../shared/core/hpke'
import { used } from '../../../shared/review/blind/rsabssa'
import type { IsSigned } from '../../../shared/review/cast'
import type { OpenBox } from '../../../shared/review/sealed-box'
import { hmac, pairOf, secretBytes, sharedSecret } from '../x25519'

/** 计票密钥: X25519, 32 bytes each. The secret stays sealed until the close. */
export interface TallyKey {
  readonly secret: Uint8Array
  readonly publicKey: Uint8Array
}

export function newTallyKey(): TallyKey {
  const secret = Uint8Array.from(randomBytes(secretBytes))
  return { secret, publicKey: pairOf(secret).raw }
}

const tagBytes = 16

/** Opens with node:crypto what phones sealed. */
export function boxOpener({ secret, publicKey: receiver }: TallyKey): OpenBox {
  const { privateKey } = pairOf(secret)
  return (sealed, info) => {
    if (sealed.length < publicKeyBytes + tagBytes) return undefined
    const enc = sealed.subarray(0, publicKeyBytes)
    const shared = sharedSecret(privateKey, enc)
    if (shared === undefined) return undefined
    const { key, nonce } = messageKey(hmac, { shared, enc, receiver }, info)
    const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagBytes })
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
    const opened = decipher.update(sealed.subarray(publicKeyBytes, sealed.length - tagBytes))
    try {
      decipher.final()
    } catch {
      return undefined
    }
    return Uint8Array.from(opened)
  }
}

/** Verifies by node:crypto what the review’s key signed blind. */
export function tokenVerifier(spki: Uint8Array): IsSigned {
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  const by = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: used.saltBytes }
  return (prepared, signature) => verify('sha384', prepared, by, signature)
}
