import { ascii, isSame, joined } from '../core/bytes'
import { fromCbor, toCbor, type Cbor } from '../core/cbor'

/** 选票 and 补充评价 travel alike and can never stand for each other: each has its own signing key, and its name in everything that is signed, hashed or sealed. */
export type Envelope = 'ballot' | 'remark'

/** Content of either is padded to one length, so that no length tells what is inside. */
export const contentBytes: Readonly<Record<Envelope, number>> = { ballot: 64, remark: 1024 }

type Use = 'token' | 'id' | 'content' | 'seal'

/** 域分隔: what stands before the bytes, so that nothing made for one use is good for another. No name is the beginning of another. */
export function domain(use: 'announcement' | 'closing' | 'sample' | 'draw' | 'code' | 'slip'): Uint8Array
export function domain(envelope: Envelope, use: Use): Uint8Array
export function domain(...names: readonly string[]): Uint8Array {
  return ascii(`workers-home review 1 ${names.join(' ')}\0`)
}

const end = 0x80

/** Deterministic CBOR, then 80 and zeros to the length (ISO/IEC 7816-4). Undefined where it would be longer. */
export function pad(envelope: Envelope, content: Cbor): Uint8Array | undefined {
  const bytes = toCbor(content)
  const room = contentBytes[envelope] - bytes.length
  return room < 1 ? undefined : joined(bytes, [end], new Uint8Array(room - 1))
}

/** What `pad` wrote; undefined for anything it would not have written of the same content. */
export function unpad(envelope: Envelope, padded: Uint8Array): unknown {
  if (padded.length !== contentBytes[envelope]) return undefined
  let last = padded.length - 1
  while (last > 0 && padded[last] === 0) last--
  return padded[last] === end ? fromCbor(padded.slice(0, last)) : undefined
}

/** Whether these bytes are the one way to write this content: text that is no UTF-8 reads as something that writes otherwise. */
export function isWrittenAs(padded: Uint8Array, written: Uint8Array | undefined): boolean {
  return written !== undefined && isSame(padded, written)
}
