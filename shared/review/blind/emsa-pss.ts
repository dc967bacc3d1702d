import { sha384 } from '@noble/hashes/sha2.js'
import { isSame, joined } from '../../core/bytes'

/** EMSA-PSS with SHA-384 and MGF1 over SHA-384 (RFC 8017 §9.1, B.2.1): what is left of a message once an RSA key signs it. */
const hashBytes = 48
const trailer = 0xbc

/** `bits` is one fewer than the modulus has. */
export function encodePss(message: Uint8Array, salt: Uint8Array, bits: number): Uint8Array {
  const hash = hashOf(message, salt)
  const block = new Uint8Array(blockBytes(bits))
  block[block.length - salt.length - 1] = 0x01
  block.set(salt, block.length - salt.length)
  return joined(masked(block, hash, bits), hash, [trailer])
}

/** Whether `encodePss` could have written this of the message, with some salt of so many bytes. */
export function isPssOf(message: Uint8Array, encoded: Uint8Array, bits: number, saltBytes: number): boolean {
  const length = blockBytes(bits)
  if (encoded.length !== length + hashBytes + 1) return false
  const hash = encoded.slice(length, length + hashBytes)
  const salt = masked(encoded.slice(0, length), hash, bits).slice(length - saltBytes)
  return isSame(encodePss(message, salt, bits), encoded)
}

function hashOf(message: Uint8Array, salt: Uint8Array): Uint8Array {
  return sha384(joined(new Uint8Array(8), sha384(message), salt))
}

/** Masks and unmasks: the bits beyond `bits` come out as zero. */
function masked(block: Uint8Array, hash: Uint8Array, bits: number): Uint8Array {
  const mask = mgf1(hash, block.length)
  const unmasked = block.map((byte, at) => byte ^ (mask[at] ?? 0))
  const unused = 8 * (block.length + hashBytes + 1) - bits
  unmasked[0] = (unmasked[0] ?? 0) & (0xff >> unused)
  return unmasked
}

function mgf1(seed: Uint8Array, length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / hashBytes) }, (_, counter) =>
    sha384(joined(seed, [0, 0, counter >> 8, counter & 0xff])),
  )
  return joined(...blocks).slice(0, length)
}

function blockBytes(bits: number): number {
  return Math.ceil(bits / 8) - hashBytes - 1
}
