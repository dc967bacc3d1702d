// Verifies a member card of docs/card-format.md with Node’s own crypto: node card-verifier.mjs 'GH1:…' <seconds since 1970> <key id>=<issuer’s key>, both in hex
import { Buffer } from 'node:buffer'
import { createPublicKey, verify } from 'node:crypto'
const [, , text, seconds, issuer] = process.argv
const [kid, issuerKey] = issuer.split('=').map((hex) => Buffer.from(hex, 'hex'))
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const number = (group) => [...group].reduceRight((sum, letter) => sum * 45 + alphabet.indexOf(letter), 0)
const two = (value) => [value >> 8, value & 255]
const base45 = (letters) =>
  letters.match(/.{1,3}/g).flatMap((group) => two(number(group)).slice(group.length === 3 ? 0 : 1))

// CBOR (RFC 8949): whole numbers, bytes, text, lists and maps are all that a card is made of.
function cbor(bytes, at = 0) {
  return (function item() {
    const [kind, small] = [bytes[at] >> 5, bytes[at++] & 31]
    const length = small < 24 ? 0 : 1 << (small - 24)
    const count = length === 0 ? small : bytes.readUIntBE(at, length)
    at += length
    if (kind < 2) return kind === 0 ? count : -1 - count
    if (kind < 4) return kind === 2 ? bytes.subarray(at, (at += count)) : bytes.toString('utf8', at, (at += count))
    return kind === 4
      ? Array.from({ length: count }, item)
      : new Map(Array.from({ length: count }, () => [item(), item()]))
  })()
}

// Sig_structure (RFC 9052 §4.4): a list of four, the text “Signature1”, and three byte strings.
const bstr = ({ length }) => (length < 24 ? [0x40 + length] : length < 256 ? [0x58, length] : [0x59, ...two(length)])
function signedBy(key, [header, , payload, signature]) {
  const parts = [[0x84, 0x6a], 'Signature1', bstr(header), header, [0x40], bstr(payload), payload]
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') }
  return verify(
    null,
    Buffer.concat(parts.map((part) => Buffer.from(part))),
    createPublicKey({ key: jwk, format: 'jwk' }),
    signature,
  )
}

const shown = cbor(Buffer.from(base45(text.slice(4))))
const [credential, at] = cbor(shown[2])
const [issued, now] = [cbor(credential), Number(seconds)]
const claims = cbor(issued[2])
const wrong =
  (!cbor(issued[0]).get(4).equals(kid) && 'unknown issuer') ||
  (!signedBy(issuerKey, issued) && 'credential forged') ||
  (!signedBy(claims.get(8).get(1).get(-2), shown) && 'not the holder’s phone') ||
  ((now < claims.get(5) || now >= claims.get(4)) && 'not its day') ||
  (Math.abs(now - at) > 60 && 'shown too long ago')
console.log(
  wrong || `valid: ${claims.get(-70001)}, ${claims.get(-70002)}, ${claims.get(-70003) === 1 ? 'active' : 'retained'}`,
)
process.exitCode = wrong ? 1 : 0
