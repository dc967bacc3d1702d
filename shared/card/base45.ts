/** base45 (RFC 9285): bytes as text that a QR code holds in its alphanumeric mode. Strict: every byte string has one spelling. */

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
/** By character code. */
const values: readonly (number | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const value = alphabet.indexOf(String.fromCharCode(code))
  return value < 0 ? undefined : value
})
const base = alphabet.length

export function toBase45(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const [high = 0, low] = bytes.subarray(at, at + 2)
    text += low === undefined ? letters(high, 2) : letters(high * 256 + low, 3)
  }
  return text
}

/** Undefined for a text that no bytes are written as. */
export function fromBase45(text: string): Uint8Array | undefined {
  const [groups, rest] = [Math.floor(text.length / 3), text.length % 3]
  if (rest === 1) return undefined
  const bytes = new Uint8Array(groups * 2 + rest / 2)
  for (let group = 0; group < groups; group++) {
    const value =
      valueAt(text, group * 3) + valueAt(text, group * 3 + 1) * base + valueAt(text, group * 3 + 2) * base ** 2
    if (!(value <= 0xffff)) return undefined
    bytes[group * 2] = value >> 8
    bytes[group * 2 + 1] = value & 0xff
  }
  if (rest === 0) return bytes
  const value = valueAt(text, groups * 3) + valueAt(text, groups * 3 + 1) * base
  if (!(value <= 0xff)) return undefined
  bytes[groups * 2] = value
  return bytes
}

/** Least significant letter first. */
function letters(value: number, length: number): string {
  let text = ''
  for (let left = value; text.length < length; left = Math.floor(left / base)) text += alphabet.charAt(left % base)
  return text
}

/** Not a number for a letter that is none of the alphabet. */
function valueAt(text: string, at: number): number {
  return values[text.charCodeAt(at)] ?? NaN
}
