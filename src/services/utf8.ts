import { decode, encode } from '@stablelib/utf8'

/**
 * TextEncoder and TextDecoder where WeChat’s logic layer has none: config/encoders.ts puts them wherever a package names them. UTF-8 alone, which is all that
 * anybody here writes.
 */

const pairOrHalf = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g

/** As Encoding §7.2 has it: half a surrogate pair becomes U+FFFD, and nobody’s keyboard makes it throw. */
export class Utf8Encoder {
  encode(text = ''): Uint8Array {
    return encode(text.replace(pairOrHalf, (found) => (found.length === 2 ? found : '\ufffd')))
  }
}

/** Stricter than a browser’s: bytes that are not UTF-8 throw, because what is read here was signed or sealed by us. */
export class Utf8Decoder {
  decode(bytes: Uint8Array): string {
    return decode(bytes)
  }
}
