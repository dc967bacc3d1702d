import { joined } from '../../core/bytes'
import { encodePss, isPssOf } from './emsa-pss'
import { bitLength, inverse, power, toBytes, toInteger } from './modular'

/**
 * 盲签名: RSA blind signatures (RFC 9474), the side of whoever has something signed. The signer learns nothing of the message, and nobody can tell afterwards
 * in which of its answers a signature was made.
 */

/** An RSA public key as numbers. */
export interface RsaPublic {
  readonly n: bigint
  readonly e: bigint
}

/** RFC 9474 §5, by the bytes of salt and of the random prefix. Randomized: a signer who made its key to deceive learns nothing either (§7.3). */
export const variants = {
  'RSABSSA-SHA384-PSS-Randomized': { saltBytes: 48, prefixBytes: 32 },
  'RSABSSA-SHA384-PSSZERO-Randomized': { saltBytes: 0, prefixBytes: 32 },
  'RSABSSA-SHA384-PSS-Deterministic': { saltBytes: 48, prefixBytes: 0 },
  'RSABSSA-SHA384-PSSZERO-Deterministic': { saltBytes: 0, prefixBytes: 0 },
} as const satisfies Readonly<Record<string, Variant>>

export interface Variant {
  readonly saltBytes: number
  readonly prefixBytes: number
}

/** The variant that reviews use. */
export const used = variants['RSABSSA-SHA384-PSS-Randomized']

export interface Blinded {
  readonly blinded: Uint8Array
  /** Takes the blindness off again: kept until the answer has come. */
  readonly unblinding: bigint
}

/** What is signed (§4.1). The prefix is as long as the variant says and travels with the signature. */
export function prepare(message: Uint8Array, prefix: Uint8Array): Uint8Array {
  return joined(prefix, message)
}

/** So many random bytes make a factor: 16 beyond the modulus, so that none is noticeably likelier (FIPS 186-5 A.4.1). */
export function factorBytes({ n }: RsaPublic): number {
  return bytesOf(n) + 16
}

/** A number from 1 to n − 1. */
export function blindingFactor({ n }: RsaPublic, random: Uint8Array): bigint {
  return 1n + (toInteger(random) % (n - 1n))
}

/** §4.2. Undefined where message or factor have a divisor in common with the modulus: of an honest key, never. */
export function blind(
  { n, e }: RsaPublic,
  prepared: Uint8Array,
  { salt, factor }: { readonly salt: Uint8Array; readonly factor: bigint },
): Blinded | undefined {
  const message = toInteger(encodePss(prepared, salt, bitLength(n) - 1))
  // One inverse answers both questions, as it is the costly part.
  const ofBoth = inverse((message * factor) % n, n)
  if (ofBoth === undefined) return undefined
  const blinded = toBytes((message * power(factor, e, n)) % n, bytesOf(n))
  return { blinded, unblinding: (ofBoth * message) % n }
}

/** §4.4. Undefined unless what comes out is a signature of the message. */
export function finalize(
  key: RsaPublic,
  variant: Variant,
  { prepared, blindSignature, unblinding }: Answered,
): Uint8Array | undefined {
  const length = bytesOf(key.n)
  if (blindSignature.length !== length) return undefined
  const blindInteger = toInteger(blindSignature)
  if (blindInteger >= key.n) return undefined
  const signature = toBytes((blindInteger * unblinding) % key.n, length)
  return verify(key, variant, { prepared, signature }) ? signature : undefined
}

export interface Answered {
  readonly prepared: Uint8Array
  readonly blindSignature: Uint8Array
  readonly unblinding: bigint
}

/** §4.5: RSASSA-PSS-VERIFY of RFC 8017 §8.1.2, which every library has. */
export function verify(
  { n, e }: RsaPublic,
  { saltBytes }: Variant,
  { prepared, signature }: { readonly prepared: Uint8Array; readonly signature: Uint8Array },
): boolean {
  if (signature.length !== bytesOf(n)) return false
  const integer = toInteger(signature)
  if (integer >= n) return false
  const bits = bitLength(n) - 1
  const message = power(integer, e, n)
  return bitLength(message) <= bits && isPssOf(prepared, toBytes(message, Math.ceil(bits / 8)), bits, saltBytes)
}

function bytesOf(n: bigint): number {
  return Math.ceil(bitLength(n) / 8)
}
