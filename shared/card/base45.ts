/** base45 (RFC 9285): bytes as text that a QR code holds in its alphanumeric mode. Strict: every byte string has one spelling. */

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const values = new Map([...alphabet].map((letter, value) => [letter, value]))
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
  if (text.length % 3 === 1) return undefined
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const group = text.slice(at, at + 3)
    const value = valueOf(group)
    if (value === undefined || value > (group.length === 3 ? 0xffff : 0xff)) return undefined
    if (group.length === 3) bytes.push(value >> 8)
    bytes.push(value & 0xff)
  }
  return Uint8Array.from(bytes)
}

/** Least significant letter first. */
function letters(value: number, length: number): string {
  let text = ''
  for (let left = value; text.length < length; left = Math.floor(left / base)) text += alphabet.charAt(left % base)
  return text
}

function valueOf(group: string): number | undefined {
  let value = 0
  for (const letter of [...group].reverse()) {
    const digit = values.get(letter)
    if (digit === undefined) return undefined
    value = value * base + digit
  }
  return value
}
