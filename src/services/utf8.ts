/** What stands where bytes are no UTF-8, and where a surrogate has lost its other half. */
const replacement = 0xfffd
const byteOrderMark = [0xef, 0xbb, 0xbf]

/** What a first byte announces: its own bits of the code point, how many bytes follow, and between which the next one lies. */
interface Lead {
  readonly bits: number
  readonly follow: number
  readonly from: number
  readonly to: number
}

const following = { from: 0x80, to: 0xbf }
const leads = Array.from({ length: 256 }, (_, byte) => leadOf(byte))
/** Code points that become text at once: an engine takes only so many arguments. */
const piece = 4_096

/** TextEncoder for WeChat’s JavaScript thread, which has none (Encoding Standard, “UTF-8 encoder”). */
export class Utf8Encoder {
  encode(text: string): Uint8Array {
    return Uint8Array.from(Array.from(text).flatMap((character) => bytesOf(character.codePointAt(0) ?? replacement)))
  }
}

/** TextDecoder for WeChat’s JavaScript thread (Encoding Standard, “UTF-8 decoder”): a byte that fits nowhere becomes U+FFFD, a leading byte order mark is dropped. */
export class Utf8Decoder {
  decode(bytes: Uint8Array): string {
    const pieces: string[] = []
    let points: number[] = []
    let at = byteOrderMark.every((byte, index) => bytes[index] === byte) ? byteOrderMark.length : 0
    for (; at < bytes.length;) {
      const { point, length } = readPoint(bytes, at)
      points.push(point)
      at += length
      if (points.length === piece) {
        pieces.push(String.fromCodePoint(...points))
        points = []
      }
    }
    return [...pieces, String.fromCodePoint(...points)].join('')
  }
}

function bytesOf(point: number): readonly number[] {
  if (point < 0x80) return [point]
  if (point < 0x800) return [0xc0 | (point >> 6), tail(point)]
  if (point >= 0xd800 && point <= 0xdfff) return bytesOf(replacement)
  if (point < 0x10000) return [0xe0 | (point >> 12), tail(point >> 6), tail(point)]
  return [0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point)]
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f)
}

/** The bounds of the second byte leave out what is too long a spelling, a surrogate, or beyond Unicode (table 3-7 of the Unicode Standard). */
function leadOf(byte: number): Lead {
  if (byte < 0x80) return { bits: byte, follow: 0, ...following }
  if (byte >= 0xc2 && byte <= 0xdf) return { bits: byte & 0x1f, follow: 1, ...following }
  if (byte >= 0xe0 && byte <= 0xef)
    return { bits: byte & 0xf, follow: 2, from: byte === 0xe0 ? 0xa0 : 0x80, to: byte === 0xed ? 0x9f : 0xbf }
  if (byte >= 0xf0 && byte <= 0xf4)
    return { bits: byte & 7, follow: 3, from: byte === 0xf0 ? 0x90 : 0x80, to: byte === 0xf4 ? 0x8f : 0xbf }
  return { bits: replacement, follow: 0, ...following }
}

/** A sequence that breaks off becomes one U+FFFD; the byte that broke it is read anew. */
function readPoint(bytes: Uint8Array, start: number): { point: number; length: number } {
  const lead = leads[bytes[start] ?? 0] ?? leadOf(0)
  let point = lead.bits
  for (let taken = 1; taken <= lead.follow; taken++) {
    const byte = bytes[start + taken]
    const { from, to } = taken === 1 ? lead : following
    if (byte === undefined || byte < from || byte > to) return { point: replacement, length: taken }
    point = (point << 6) | (byte & 0x3f)
  }
  return { point, length: 1 + lead.follow }
}
