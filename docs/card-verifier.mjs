// Verifies a member card of docs/card-format.md with Node’s own crypto and nothing else:
// node card-verifier.mjs 'GH1:…' <seconds since 1970> <key id in hex>=<issuer’s public key in hex>
import { Buffer } from 'node:buffer'
import { createPublicKey, verify } from 'node:crypto'

const [, , text = '', seconds = '', issuer = ''] = process.argv
const [kid, issuerKey] = issuer.split('=').map((hex) => Buffer.from(hex, 'hex'))
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

function base45(letters) {
  const value = (group) => [...group].reverse().reduce((sum, letter) => sum * 45 + alphabet.indexOf(letter), 0)
  const groups = letters.match(/.{1,3}/g) ?? []
  return Buffer.from(
    groups.flatMap((group) => (group.length === 3 ? [value(group) >> 8, value(group) & 255] : [value(group)])),
  )
}

// CBOR (RFC 8949): whole numbers, bytes, text, lists and maps are all that a card is made of.
function cbor(bytes) {
  let at = 0
  const item = () => {
    const [kind, small] = [bytes[at] >> 5, bytes[at++] & 31]
    const length = small < 24 ? 0 : 1 << (small - 24)
    const count = length === 0 ? small : bytes.readUIntBE(at, length)
    at += length
    if (kind === 0) return count
    if (kind === 1) return -1 - count
    if (kind === 2) return bytes.subarray(at, (at += count))
    if (kind === 3) return bytes.toString('utf8', at, (at += count))
    const items = Array.from({ length: kind === 5 ? 2 * count : count }, item)
    return kind === 4 ? items : new Map(items.flatMap((key, index) => (index % 2 ? [] : [[key, items[index + 1]]])))
  }
  return item()
}

const head = (kind, length) =>
  length < 24 ? [kind + length] : length < 256 ? [kind + 24, length] : [kind + 25, length >> 8, length & 255]
const part = (kind, bytes) => [Buffer.from(head(kind, bytes.length)), bytes]
function signedBy(raw, [header, , payload, signature]) {
  const message = Buffer.concat([
    Buffer.from([0x84]),
    ...part(0x60, Buffer.from('Signature1')),
    ...part(0x40, header),
    Buffer.from([0x40]),
    ...part(0x40, payload),
  ])
  return verify(
    null,
    message,
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' }),
    signature,
  )
}

const shown = cbor(base45(text.slice(4)))
const [credential, at] = cbor(shown[2])
const issued = cbor(credential)
const claims = cbor(issued[2])
const now = Number(seconds)
const wrong =
  (!text.startsWith('GH1:') && 'not a card') ||
  (!cbor(issued[0]).get(4).equals(kid) && 'unknown issuer') ||
  (!signedBy(issuerKey, issued) && 'credential forged') ||
  (!signedBy(claims.get(8).get(1).get(-2), shown) && 'not the holder’s phone') ||
  ((now < claims.get(5) || now >= claims.get(4)) && 'not its day') ||
  (Math.abs(now - at) > 60 && 'shown too long ago')
console.log(
  wrong || `valid: ${claims.get(-70001)}, ${claims.get(-70002)}, ${claims.get(-70003) === 1 ? 'active' : 'retained'}`,
)
process.exitCode = wrong ? 1 : 0
