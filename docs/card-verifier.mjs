// Verifies a member card of docs/card-format.md with Node’s own crypto: node card-verifier.mjs 'GH1:…' <seconds since 1970> <key id>=<issuer’s key>, both in hex
import { createPublicKey, verify } from 'node:crypto'
const [, , card, now, issuer] = process.argv
const [kid, issuerKey] = issuer.split('=')
const refuse = (because) => console.log(because) || process.exit(1)
const read = (text, shape, otherwise = 'no card') => text.match(`^${shape}$`)?.slice(1) ?? refuse(otherwise)

// base45 (RFC 9285): three letters are two bytes, two letters at the end are one. From here on all bytes are written in hex.
const hex = (value, bytes) => value.toString(16).padStart(2 * bytes, '0')
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
function bytesOf(letters) {
  const value = [...letters].reduceRight((sum, letter) => sum * 45 + alphabet.indexOf(letter), 0)
  const bytes = letters.length - 1
  return bytes > 0 && value < 256 ** bytes ? hex(value, bytes) : refuse('no card')
}

// CBOR (RFC 8949 §4.2.1): a card has the same bytes in the same places, and strings in between, each behind the shortest spelling of its kind and length.
const head = (kind, size) =>
  size < 24 ? hex(kind + size, 1) : size < 256 ? hex((kind + 24) * 256 + size, 2) : hex((kind + 25) * 65536 + size, 3)
const string = (content, kind = 0x40) => head(kind, content.length / 2) + content
const contentOf = (whole, kind) =>
  [2, 4, 6].map((digits) => whole.slice(digits)).find((content) => string(content, kind) === whole) ?? refuse('no card')
const textOf = (whole) => Buffer.from(contentOf(whole, 0x60), 'hex').toString('utf8')

// EdDSA (RFC 8032) over the Sig_structure of RFC 9052 §4.4. Node refuses S ≥ L (§5.1.7); `small` is zero for every y of a point of small order (§8.4).
function isSigned(by, header, payload, signature) {
  const p = 2n ** 255n - 19n
  const y = BigInt(`0x${Buffer.from(by, 'hex').reverse().toString('hex')}`) % 2n ** 255n
  const small = (y * (y ** 2n - 1n) * (121665n * y ** 4n - 243332n * y ** 2n + 121666n)) % p
  const key = createPublicKey({ key: Buffer.from(`302a300506032b6570032100${by}`, 'hex'), format: 'der', type: 'spki' })
  const message = Buffer.from(`846a5369676e617475726531${header}40${payload}`, 'hex')
  return y < p && small !== 0n && verify(null, message, key, Buffer.from(signature, 'hex'))
}

const [letters] = read(card, 'GH1:([0-9A-Z $%*+./:-]+)')
const [shown, ofPhone] = read(letters.replace(/.{1,3}/g, bytesOf), '8443a10127a0(.+)5840(.{128})')
const [credential, at] = read(contentOf(shown), '83(.+)1a(.{8})48.{16}')
const header = string(`a2012704${string(kid)}`)
const [claims, ofIssuer] = read(contentOf(credential), `84${header}a0(.+)5840(.{128})`, 'unknown issuer')
const holder = '08a101a301012006215820(.{64})'
const facts = `a7041a(.{8})051a(.{8})0750.{32}${holder}3a00011170(.+)3a00011171(.+)3a000111720([12])`
const [until, from, phone, name, union, status] = read(contentOf(claims), facts)
if (!isSigned(issuerKey, header, claims, ofIssuer)) refuse('credential forged')
if (!isSigned(phone, '43a10127', shown, ofPhone)) refuse('not the holder’s phone')
if (!(now >= parseInt(from, 16) && now < parseInt(until, 16))) refuse('not its day')
if (!(Math.abs(now - parseInt(at, 16)) <= 60)) refuse('shown too long ago')
console.log(`valid: ${textOf(name)}, ${textOf(union)}, ${status === '1' ? 'active' : 'retained'}`)
