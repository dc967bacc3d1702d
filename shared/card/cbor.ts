import { decodeCBOR, encodeCBOR, type CBORType } from '@levischuck/tiny-cbor'

/** What cards are made of: numbers, text, bytes, lists, and maps whose keys are numbers. Map entries are given in the order of RFC 8949 §4.2.1. */
export type Cbor = CBORType

export function toCbor(value: Cbor): Uint8Array {
  return encodeCBOR(value)
}

/** Undefined unless these bytes are the shortest way to write what they say, and nothing follows: nothing can be signed in one spelling and shown in another. */
export function fromCbor(bytes: Uint8Array): unknown {
  try {
    const value = decodeCBOR(bytes)
    return isSame(encodeCBOR(value), bytes) ? value : undefined
  } catch {
    return undefined
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
