import { z } from 'zod'
import { fromBase45, toBase45 } from './base45'
import { isBytes } from '../core/bytes'
import { fromCbor, toCbor } from '../core/cbor'
import { readSign1, sign1, type Signed } from './cose'
import type { Signer } from '../core/ed25519'

/** 出示: a credential, the time, and a number used once, signed with the phone’s key of the day. */
export interface Presentation {
  readonly credential: Uint8Array
  /** Seconds since 1970, as the issuer’s clock has it. */
  readonly at: number
  readonly nonce: Uint8Array
}

/** What stands before the base45 text: tells a card from any other QR code. */
export const prefix = 'GH1:'
export const nonceBytes = 8
/** A QR code that holds more is none of ours; nothing longer is looked at. */
const longestText = 1_200

const Parts = z.tuple([
  z.custom<Uint8Array>(isBytes),
  z.number().int().nonnegative(),
  z.custom<Uint8Array>((value) => isBytes(value) && value.length === nonceBytes),
])

export function present({ credential, at, nonce }: Presentation, signer: Signer): string {
  return prefix + toBase45(sign1(toCbor([credential, at, nonce]), signer))
}

/** What a scanned text says, unjudged. Undefined for anything that is not a presentation. */
export function readPresentation(
  text: string,
): { readonly presentation: Presentation; readonly signed: Signed } | undefined {
  if (text.length > longestText || !text.startsWith(prefix)) return undefined
  const bytes = fromBase45(text.slice(prefix.length))
  const signed = bytes === undefined ? undefined : readSign1(bytes)
  if (signed === undefined || signed.kid !== undefined) return undefined
  const parts = Parts.safeParse(fromCbor(signed.payload))
  if (!parts.success) return undefined
  const [credential, at, nonce] = parts.data
  return { presentation: { credential, at, nonce }, signed }
}
