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

export type IsSignedAside = (...of: Parameters<IsSigned>) => Promise<ReturnType<IsSigned>>

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
  const by = pssKey(spki)
  return (prepared, signature) => verify(hash, prepared, by, signature)
}

/** The same beside the process’s one thread: while a ballot is written, the next one’s signature is looked at already. */
export function tokenVerifierAside(spki: Uint8Array): IsSignedAside {
  const by = pssKey(spki)
  return (prepared, signature) =>
    new Promise((resolve, reject) => {
      verify(hash, prepared, by, signature, (fault, isSigned) => {
        if (fault === null) resolve(isSigned)
        else reject(fault)
      })
    })
}

const hash = 'sha384'

function pssKey(spki: Uint8Array) {
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: used.saltBytes }
}
