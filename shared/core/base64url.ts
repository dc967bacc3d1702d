/** Its letters in the order of their values. */
export const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** By code unit; what is no letter of the alphabet has no value. Signatures and ballots pass here by the hundred a second, so it is a table. */
const valueOf = new Int8Array(128).fill(-1)
for (const [value, letter] of [...alphabet].entries()) valueOf[letter.charCodeAt(0)] = value

/** Bytes as text without padding (RFC 4648 §5); the mini-program has neither Buffer nor atob. */
export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const letters = Math.min(4, bytes.length - at + 1)
    for (let letter = 0; letter < letters; letter++) text += alphabet.charAt((group >> (18 - 6 * letter)) & 63)
  }
  return text
}

/** The bytes that `toBase64url` wrote; undefined for anything it would not have written. */
export function fromBase64url(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (let place = 0; place < text.length; place++) {
    const value = valueOf[text.charCodeAt(place)] ?? -1
    if (value < 0) return undefined
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[at++] = (bits >> held) & 0xff
  }
  const spare = bits & ((1 << held) - 1)
  return held >= 6 || spare !== 0 ? undefined : bytes
}
