import { decodeCBOR, encodeCBOR, type CBORType } from '@levischuck/tiny-cbor'
import { isDeterministic } from './deterministic'

/** What cards and ballots are made of: numbers, text, bytes, lists, and maps whose keys are numbers. Map entries are given in the order of RFC 8949 §4.2.1. */
export type Cbor = CBORType

export function toCbor(value: Cbor): Uint8Array {
  return encodeCBOR(value)
}

/** Undefined unless these bytes are the shortest way to write what they say, and nothing follows: nothing can be signed in one spelling and shown in another. */
export function fromCbor(bytes: Uint8Array): unknown {
  if (!isDeterministic(bytes)) return undefined
  try {
    return decodeCBOR(bytes)
  } catch {
    return undefined
  }
}
