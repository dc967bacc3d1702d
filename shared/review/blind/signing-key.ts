import { sha256 } from '@noble/hashes/sha2.js'
import { isSame, joined } from '../../core/bytes'
import { toInteger } from './modular'
import type { RsaPublic } from './rsabssa'

/** 签发公钥: RSA, 2048 bits, e = 65537, as SubjectPublicKeyInfo (RFC 5280). Of that one kind every byte but the modulus is the same. */
export interface SigningPublic extends RsaPublic {
  readonly spki: Uint8Array
}

export const modulusBytes = 256
/** SEQUENCE { SEQUENCE { rsaEncryption, NULL }, BIT STRING { SEQUENCE { INTEGER of 257 bytes, the first 00 … */
const before = [
  0x30, 0x82, 0x01, 0x22, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
  0x03, 0x82, 0x01, 0x0f, 0x00, 0x30, 0x82, 0x01, 0x0a, 0x02, 0x82, 0x01, 0x01, 0x00,
]
/** … INTEGER 65537 } } }. */
const after = [0x02, 0x03, 0x01, 0x00, 0x01]
const e = 65537n

/** Undefined for any other key: another size or exponent, another way of writing, an even modulus. */
export function readSigningKey(spki: Uint8Array): SigningPublic | undefined {
  const modulus = spki.slice(before.length, before.length + modulusBytes)
  const highest = modulus[0] ?? 0
  const lowest = modulus[modulusBytes - 1] ?? 0
  if ((highest & 0x80) === 0 || (lowest & 1) === 0) return undefined
  return isSame(spki, joined(before, modulus, after)) ? { n: toInteger(modulus), e, spki } : undefined
}

/** 指纹: what an announcement says of a key, 32 bytes. */
export function fingerprint(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey)
}
