import { credential, issuer, issuerKey, kid, noon, phoneKey, verifyWithNode } from './card.fixture'
import { toBase45 } from './base45'
import { issue } from './credential'
import { toCbor, type Cbor } from '../core/cbor'
import { prefix, present, readPresentation } from './presentation'
import { verifyOffline } from './verify'

/** Written by the phone that holds the card, signed with its key, in another way than the format has it. */

const held = issue(credential, issuerKey, kid)
const nonce = Uint8Array.from([9, 8, 7, 6, 5, 4, 3, 2])
const edDsa = Uint8Array.from([0xa1, 0x01, 0x27])
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(Buffer.concat(parts))

/** COSE_Sign1 over any bytes, with a signature that holds. */
function signed(payload: Uint8Array, protectedHeader = edDsa): readonly [Uint8Array, Uint8Array, Uint8Array] {
  const toBeSigned = toCbor(['Signature1', protectedHeader, new Uint8Array(), payload])
  return [protectedHeader, payload, phoneKey.sign(toBeSigned)]
}
function whole(payload: Uint8Array, header = edDsa, unprotected: Cbor = new Map()): Uint8Array {
  const [protectedHeader, content, signature] = signed(payload, header)
  return toCbor([protectedHeader, unprotected, content, signature])
}
const verdict = (code: Uint8Array) =>
  verifyOffline(prefix + toBase45(code), { issuers: [issuer], now: noon, verify: verifyWithNode }).kind
const payload = toCbor([held, noon, nonce])
const heldItem = toCbor(held)
const at = toCbor(noon)
const nonceItem = toCbor(nonce)

test('as the format has it, it is genuine', () => {
  expect(verdict(whole(payload))).toBe('genuine')
  expect(prefix + toBase45(whole(payload))).toBe(present({ credential: held, at: noon, nonce }, phoneKey))
})

test.each<readonly [string, Uint8Array]>([
  ['the time in nine bytes', whole(joined(bytes('83'), heldItem, bytes('1b00000000'), at.subarray(1), nonceItem))],
  ['a time before 1970', whole(toCbor([held, -1, nonce]))],
  ['the time as a float', whole(joined(bytes('83'), heldItem, bytes('fb41dabf0000000000'), nonceItem))],
  ['the time as a text', whole(toCbor([held, String(noon), nonce]))],
  ['a nonce of seven bytes', whole(toCbor([held, noon, nonce.subarray(1)]))],
  ['a nonce of nine bytes', whole(toCbor([held, noon, joined(nonce, nonce.subarray(0, 1))]))],
  ['no nonce', whole(toCbor([held, noon]))],
  ['something after the nonce', whole(toCbor([held, noon, nonce, 0]))],
  ['a list without an end', whole(joined(bytes('9f'), heldItem, at, nonceItem, bytes('ff')))],
  ['bytes in pieces', whole(joined(bytes('83'), bytes('5f'), heldItem, bytes('ff'), at, nonceItem))],
  [
    'bytes that say they are four thousand million',
    whole(joined(bytes('83'), bytes('5affffffff'), held, at, nonceItem)),
  ],
  ['a list that says it has four thousand million items', whole(joined(bytes('9affffffff'), heldItem, at, nonceItem))],
  ['a map for a list', whole(toCbor(new Map([[0, Uint8Array.from(held)]])))],
  ['a tag before the payload', whole(joined(bytes('d818'), payload))],
  ['a tag before the whole (COSE_Sign1 is 18)', joined(bytes('d2'), whole(payload))],
  ['a header that is not protected', whole(payload, edDsa, new Map<number, Cbor>([[4, kid]]))],
  [
    'a key id of the phone’s',
    whole(
      payload,
      Uint8Array.from(
        toCbor(
          new Map<number, Cbor>([
            [1, -8],
            [4, kid],
          ]),
        ),
      ),
    ),
  ],
  ['another algorithm', whole(payload, bytes('a10126'))],
  ['the algorithm twice', whole(payload, bytes('a201270127'))],
  ['the header in another order', whole(payload, bytes('a204430001020127'))],
  ['an empty header', whole(payload, new Uint8Array())],
  ['the claims without the issuer', whole(toCbor([toCbor(new Map([[4, noon]])), noon, nonce]))],
  ['a presentation within a presentation', whole(toCbor([whole(payload), noon, nonce]))],
  ['nothing', new Uint8Array()],
])('%s is no card', (_, code) => {
  expect(verdict(code)).toBe('not-a-card')
})

test.each([
  ['small letters', (text: string) => text.toLowerCase()],
  ['a space before it', (text: string) => ` ${text}`],
  ['a new line after it', (text: string) => `${text}\n`],
  ['no prefix', (text: string) => text.slice(prefix.length)],
  ['the prefix twice', (text: string) => prefix + text],
  ['full-width digits', (text: string) => text.replace(/0/g, '０')],
  ['more than a code holds', (text: string) => text + '0'.repeat(1_200)],
])('written with %s, it is none either: every code has one spelling', (_, respelt) => {
  expect(readPresentation(respelt(present({ credential: held, at: noon, nonce }, phoneKey)))).toBeUndefined()
})
