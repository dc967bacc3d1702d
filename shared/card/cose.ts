import { isBytes } from '../core/bytes'
import { fromCbor, toCbor, type Cbor } from '../core/cbor'
import { isSignedBy, type Signer, type Verify } from '../core/ed25519'

/** COSE_Sign1 (RFC 9052 §4.2) with EdDSA, untagged, all headers protected, nothing external. */
const algorithm = 1
const keyId = 4
const edDsa = -8

export interface Signed {
  readonly payload: Uint8Array
  readonly signature: Uint8Array
  /** Which key signed it; absent where the payload’s context says so. */
  readonly kid: Uint8Array | undefined
  readonly protectedHeader: Uint8Array
}

export function sign1(payload: Uint8Array, signer: Signer, kid?: Uint8Array): Uint8Array {
  const header = new Map<number, Cbor>([[algorithm, edDsa]])
  if (kid !== undefined) header.set(keyId, kid)
  const protectedHeader = toCbor(header)
  const signature = signer.sign(toBeSigned(protectedHeader, payload))
  return toCbor([protectedHeader, new Map(), payload, signature])
}

/** Undefined for anything that is not exactly of this form. The signature is not judged yet. */
export function readSign1(bytes: Uint8Array): Signed | undefined {
  const parts = fromCbor(bytes)
  if (!Array.isArray(parts) || parts.length !== 4) return undefined
  const [protectedHeader, unprotected, payload, signature]: unknown[] = parts
  if (!isBytes(protectedHeader) || !isBytes(payload) || !isBytes(signature)) return undefined
  if (!(unprotected instanceof Map) || unprotected.size !== 0) return undefined
  const header = fromCbor(protectedHeader)
  if (!(header instanceof Map) || header.get(algorithm) !== edDsa) return undefined
  const kid: unknown = header.get(keyId)
  if (header.size !== (kid === undefined ? 1 : 2) || (kid !== undefined && !isBytes(kid))) return undefined
  return { payload, signature, kid: isBytes(kid) ? kid : undefined, protectedHeader }
}

export function isSound(signed: Signed, publicKey: Uint8Array, verify: Verify): boolean {
  const { signature, protectedHeader, payload } = signed
  return isSignedBy(publicKey, { signature, message: toBeSigned(protectedHeader, payload) }, verify)
}

/** Sig_structure of RFC 9052 §4.4. */
function toBeSigned(protectedHeader: Uint8Array, payload: Uint8Array): Uint8Array {
  return toCbor(['Signature1', protectedHeader, new Uint8Array(), payload])
}
