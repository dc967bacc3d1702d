import { createPrivateKey, createPublicKey, sign, verify as verifyByNode, type KeyObject } from 'node:crypto'
import { issue, type Credential } from './credential'
import type { Signer, Verify } from '../core/ed25519'
import { present } from './presentation'
import type { IssuerKey } from './verify'

/** RFC 8410 §7: what stands before the 32 bytes of an Ed25519 private key in PKCS#8. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

export interface TestKey extends Signer {
  readonly publicKey: Uint8Array
}

export function keyOf(seed: number): TestKey {
  const secret = createPrivateKey({
    key: Buffer.concat([pkcs8, Buffer.alloc(32, seed)]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32)
  return { publicKey: Uint8Array.from(publicKey), sign: (message) => Uint8Array.from(sign(null, message, secret)) }
}

export const verifyWithNode: Verify = (signature, message, publicKey) =>
  verifyByNode(null, message, keyFrom(publicKey), signature)

function keyFrom(publicKey: Uint8Array): KeyObject {
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  })
}

export const issuerKey = keyOf(1)
export const phoneKey = keyOf(2)
export const kid = Uint8Array.from([0x51, 0x44, 1])
/** 2026-11-18 in China. */
export const midnight = Date.parse('2026-11-18T00:00:00+08:00') / 1000
export const noon = midnight + 12 * 3600
export const issuer: IssuerKey = { kid, publicKey: issuerKey.publicKey, until: midnight + 30 * 86_400 }

export const credential: Credential = {
  name: '王*平',
  union: '青岛澜屿海洋装备有限公司工会',
  status: 'active',
  from: midnight,
  until: midnight + 86_400,
  holder: phoneKey.publicKey,
  reference: Uint8Array.from({ length: 16 }, (_, at) => at),
}

export function shown({
  change = {},
  at = noon,
  issuedBy = issuerKey,
  shownBy = phoneKey,
  under = kid,
}: {
  readonly change?: Partial<Credential>
  readonly at?: number
  readonly issuedBy?: Signer
  readonly shownBy?: Signer
  readonly under?: Uint8Array
} = {}): string {
  const nonce = Uint8Array.from([9, 8, 7, 6, 5, 4, 3, 2])
  return present({ credential: issue({ ...credential, ...change }, issuedBy, under), at, nonce }, shownBy)
}
