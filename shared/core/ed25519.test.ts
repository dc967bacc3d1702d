import { ed25519 } from '@noble/curves/ed25519.js'
import { keyOf, verifyWithNode } from '../card/card.fixture'
import { isMalleable, isSignedBy, isWeakKey, type Verify } from './ed25519'

const verifiers: readonly (readonly [string, Verify])[] = [
  ['node:crypto', verifyWithNode],
  ['@noble/curves', (signature, message, key) => ed25519.verify(signature, message, key, { zip215: false })],
]
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
const message = bytes('68656c6c6f')
const key = keyOf(7)
const signature = key.sign(message)

/** Torsion points in every encoding that a decoder may take (eprint 2020/1244, table 6), with and without the sign bit. */
const torsion = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '0000000000000000000000000000000000000000000000000000000000000000',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
]

describe.each(verifiers)('with %s', (_, verify) => {
  test('a signature is taken', () => {
    expect(isSignedBy(key.publicKey, { signature, message }, verify)).toBe(true)
  })

  test('no changed byte of message, signature or key is taken', () => {
    const flip = (from: Uint8Array, at: number) => from.map((byte, place) => (place === at ? byte ^ 0x01 : byte))
    for (let at = 0; at < 64; at++)
      expect(isSignedBy(key.publicKey, { signature: flip(signature, at), message }, verify)).toBe(false)
    for (let at = 0; at < 32; at++)
      expect(isSignedBy(flip(key.publicKey, at), { signature, message }, verify)).toBe(false)
    for (let at = 0; at < message.length; at++)
      expect(isSignedBy(key.publicKey, { signature, message: flip(message, at) }, verify)).toBe(false)
  })

  test('the same signature with S + L is not taken', () => {
    const L = 2n ** 252n + 27742317777372353535851937790883648493n
    const s = [...signature.subarray(32)].reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n) + L
    const second = Uint8Array.from(signature)
    for (let at = 0, left = s; at < 32; at++, left >>= 8n) second[32 + at] = Number(left & 0xffn)
    expect(isMalleable(second)).toBe(true)
    expect(isSignedBy(key.publicKey, { signature: second, message }, verify)).toBe(false)
  })

  test.each(torsion)('the key %s, under which R = 0 and S = 0 sign anything, is not taken', (hex) => {
    expect(isWeakKey(bytes(hex))).toBe(true)
    const forged = new Uint8Array(64)
    forged[0] = 1
    expect(isSignedBy(bytes(hex), { signature: forged, message }, verify)).toBe(false)
  })
})

test('keys of other lengths are weak, and honest keys are not', () => {
  for (const length of [0, 31, 33]) expect(isWeakKey(new Uint8Array(length).fill(7))).toBe(true)
  for (let seed = 0; seed < 64; seed++) expect(isWeakKey(keyOf(seed).publicKey)).toBe(false)
})
