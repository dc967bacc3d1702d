import { sha256 } from '@noble/hashes/sha2.js'
import { isSame, joined } from '../core/bytes'
import { isWeakKey, publicKeyBytes, signatureBytes } from '../core/ed25519'
import { publicKeyBytes as encBytes } from '../core/hpke'
import { prepare, used } from './blind/rsabssa'
import { modulusBytes } from './blind/signing-key'
import { contentBytes, domain, type Envelope } from './envelope'

/** 投出的选票 (or remark): who holds the token is nobody’s business, that it was given out is in the signature. */
export interface Cast {
  /** 选票凭证: an Ed25519 public key that the phone made for this one ballot. */
  readonly token: Uint8Array
  /** The random prefix that was signed with the token (RFC 9474 §4.1). */
  readonly prefix: Uint8Array
  readonly signature: Uint8Array
  readonly sealed: Uint8Array
}

const tagBytes = 16
const [prefixAt, signatureAt] = [publicKeyBytes, publicKeyBytes + used.prefixBytes]
const sealedAt = signatureAt + modulusBytes

/** All casts of one kind are of one length: 496 bytes a ballot, 1,456 a remark. */
export const castBytes: Readonly<Record<Envelope, number>> = {
  ballot: sealedAt + encBytes + contentBytes.ballot + signatureBytes + tagBytes,
  remark: sealedAt + encBytes + contentBytes.remark + signatureBytes + tagBytes,
}

export function writeCast({ token, prefix, signature, sealed }: Cast): Uint8Array {
  return joined(token, prefix, signature, sealed)
}

export function readCast(envelope: Envelope, bytes: Uint8Array): Cast | undefined {
  if (bytes.length !== castBytes[envelope]) return undefined
  return {
    token: bytes.slice(0, prefixAt),
    prefix: bytes.slice(prefixAt, signatureAt),
    signature: bytes.slice(signatureAt, sealedAt),
    sealed: bytes.slice(sealedAt),
  }
}

/** What the review’s key signs blind: good for one review and one kind of envelope. */
export function tokenMessage(envelope: Envelope, review: Uint8Array, token: Uint8Array): Uint8Array {
  return joined(domain(envelope, 'token'), review, token)
}

/** 选票编号: under which a cast is kept, and by which its phone finds it on the board. Never shown to anybody: a receipt that can be shown can be demanded. */
export function castId(
  envelope: Envelope,
  review: Uint8Array,
  token: Uint8Array,
  hash: (bytes: Uint8Array) => Uint8Array = sha256,
): Uint8Array {
  return hash(joined(domain(envelope, 'id'), review, token))
}

/** RSASSA-PSS of RFC 9474’s variant, under the key that the review announced for this kind of envelope. */
export type IsSigned = (prepared: Uint8Array, signature: Uint8Array) => boolean

/** 凭证有效: all that is asked of a cast while the review runs; what is sealed in it waits for the close. */
export function isTokenSigned(
  envelope: Envelope,
  review: Uint8Array,
  cast: Pick<Cast, 'token' | 'prefix' | 'signature'>,
  isSigned: IsSigned,
): boolean {
  const signed = whatIsSigned(envelope, review, cast)
  return signed !== undefined && isSigned(signed, cast.signature)
}

/** The bytes that the review’s key must have signed for this token; undefined for a key that everybody could sign with. */
export function whatIsSigned(
  envelope: Envelope,
  review: Uint8Array,
  { token, prefix }: Pick<Cast, 'token' | 'prefix'>,
): Uint8Array | undefined {
  return isWeakKey(token) ? undefined : prepare(tokenMessage(envelope, review, token), prefix)
}

/** 一证一票: `same` is acknowledged again, as an answer may have been lost on its way; `other` is refused, or whoever has an eye on the network could vote in another’s stead. */
export function arrival(stored: Uint8Array | undefined, incoming: Uint8Array): 'first' | 'same' | 'other' {
  if (stored === undefined) return 'first'
  return isSame(stored, incoming) ? 'same' : 'other'
}
