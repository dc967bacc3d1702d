import { ascii, joined } from './bytes'

/**
 * HPKE (RFC 9180), base mode, one message: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305. Here is how the message key comes about; the functions
 * compute with node:crypto, the phone with @noble/*, and both are held to the RFC’s own example (appendix A.2.1).
 */

/** HMAC-SHA256 of the message under the key. */
export type Hmac = (key: Uint8Array, message: Uint8Array) => Uint8Array

/** What one message is encrypted with, once: 32 and 12 bytes. */
export interface MessageKey {
  readonly key: Uint8Array
  readonly nonce: Uint8Array
}

/** Length of an X25519 key, and of the `enc` that stands before the ciphertext. */
export const publicKeyBytes = 32

const nothing = new Uint8Array()
const kem = joined(ascii('KEM'), [0x00, 0x20])
const suite = joined(ascii('HPKE'), [0x00, 0x20, 0x00, 0x01, 0x00, 0x03])
const baseMode = [0x00]

/**
 * The message key that sender and receiver agree on (RFC 9180 §4.1 ExtractAndExpand, §5.1 KeyScheduleBase). `shared` is X25519 of one’s secret and the other’s
 * public key, `enc` the sender’s public key, `receiver` the receiver’s; `info` is what both know of the message without saying it.
 */
export function messageKey(
  hmac: Hmac,
  { shared, enc, receiver }: { readonly shared: Uint8Array; readonly enc: Uint8Array; readonly receiver: Uint8Array },
  info: Uint8Array,
): MessageKey {
  const dhSecret = extract(kem, nothing, 'eae_prk', shared)
  const sharedSecret = expand(kem, dhSecret, 'shared_secret', joined(enc, receiver), 32)
  const context = joined(
    baseMode,
    extract(suite, nothing, 'psk_id_hash', nothing),
    extract(suite, nothing, 'info_hash', info),
  )
  const secret = extract(suite, sharedSecret, 'secret', nothing)
  return { key: expand(suite, secret, 'key', context, 32), nonce: expand(suite, secret, 'base_nonce', context, 12) }

  function extract(suiteId: Uint8Array, salt: Uint8Array, label: string, input: Uint8Array): Uint8Array {
    return hmac(salt, joined(ascii('HPKE-v1'), suiteId, ascii(label), input))
  }

  /** HKDF-Expand of at most one block, which is all that is asked for here (RFC 5869 §2.3). */
  function expand(suiteId: Uint8Array, secret: Uint8Array, label: string, input: Uint8Array, length: number) {
    const labelled = joined([0x00, length], ascii('HPKE-v1'), suiteId, ascii(label), input)
    return hmac(secret, joined(labelled, [0x01])).slice(0, length)
  }
}
