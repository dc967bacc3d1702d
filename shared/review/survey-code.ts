import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64url } from '../core/base64url'
import { joined } from '../core/bytes'
import { ReviewId, SlipText } from '../core/ids'
import { domain } from './envelope'

/** 调查码 on a sealed slip: 80 random bits in Crockford’s base32, which has no I, L, O, U, and a check character, so that a slip of the finger is told from a code that is spent. */
export const codeBytes = 10
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Modulo 37 wants five characters more. */
const checks = `${digits}*~$=U`
const symbols = 16

/** `XXXX-XXXX-XXXX-XXXX-C`. */
export function writeCode(bytes: Uint8Array): string {
  const integer = bytes.slice(0, codeBytes).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  const places = Array.from({ length: symbols }, (_, at) => BigInt(5 * (symbols - 1 - at)))
  const text = places.map((shift) => digits.charAt(Number((integer >> shift) & 31n))).join('')
  return `${text.replace(/(.{4})/g, '$1-')}${checks.charAt(Number(integer % 37n))}`
}

/** The code’s bytes, however people type it: lower case, no hyphens, O for 0, I or L for 1. Undefined where the check character says that something else was meant. */
export function readCode(typed: string): Uint8Array | undefined {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (text.length !== symbols + 1) return undefined
  let integer = 0n
  for (const symbol of text.slice(0, symbols)) {
    const value = digits.indexOf(symbol)
    if (value < 0) return undefined
    integer = (integer << 5n) | BigInt(value)
  }
  if (text.charAt(symbols) !== checks.charAt(Number(integer % 37n))) return undefined
  return Uint8Array.from({ length: codeBytes }, (_, at) => Number((integer >> BigInt(8 * (codeBytes - 1 - at))) & 255n))
}

/** What the QR code of a slip carries; without a code, that of a notice. */
export function slipText(review: ReviewId, code = ''): SlipText {
  return SlipText.parse(`${code}@${review}`)
}

/** Undefined for anything else; `code` is as it was written, and empty on a notice. */
export function readSlip(text: string): { readonly review: ReviewId; readonly code: string } | undefined {
  const [code = '', named] = text.split('@')
  const review = ReviewId.safeParse(named)
  return SlipText.safeParse(text).success && review.success ? { review: review.data, code } : undefined
}

/** What is kept of a code: nobody who reads the store can fill in a slip. 80 random bits need no slower hash. */
export function codeDigest(review: Uint8Array, code: Uint8Array): Uint8Array {
  return sha256(joined(domain('code'), review, code))
}

/**
 * Under which a phone keeps what a slip brought: people lend each other a phone, and each slip is one vote. Not what the store keeps of a code, and the same however the
 * code is typed; undefined for what is no code.
 */
export function slipName(typed: string): string | undefined {
  const code = readCode(typed)
  return code && toBase64url(sha256(joined(domain('slip'), code)))
}

/** 一批: so many are made, or cancelled, in one transaction. */
export const codesTogether = 45

/** 最多收回几张 of so many, once anybody may receive: enough for slips that came back, too few to choose who votes. */
export function takenBackAtMost(slips: number): number {
  return Math.max(5, Math.floor(slips / 20))
}
