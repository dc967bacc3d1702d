import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { credential, issuer, keyOf, midnight, noon, shown, verifyWithNode } from './card.fixture'
import { fromBase45, toBase45 } from './base45'
import type { Verify } from '../core/ed25519'
import { prefix } from './presentation'
import { verifyOffline } from './verify'

const verdict = (text: string, now = noon, verify: Verify = verifyWithNode) =>
  verifyOffline(text, { issuers: [issuer], now, verify })
const bytesOf = (text: string) => fromBase45(text.slice(prefix.length)) ?? new Uint8Array()

test('a card says the masked name, the union and the status, and nothing that lasts', () => {
  const { kind, ...rest } = verdict(shown())
  expect(kind).toBe('genuine')
  expect(rest).toEqual({
    name: '王*平',
    union: credential.union,
    status: 'active',
    from: midnight,
    reference: credential.reference,
    nonce: expect.any(Uint8Array),
    at: noon,
  })
})

test('the app and the functions read it alike', () => {
  const noble: Verify = (signature, message, key) => ed25519.verify(signature, message, key, { zip215: false })
  expect(verdict(shown(), noon, noble)).toEqual(verdict(shown()))
  expect(verdict(shown({ shownBy: keyOf(9) }), noon, noble)).toEqual(verdict(shown({ shownBy: keyOf(9) })))
})

describe('the clock', () => {
  test.each([
    ['at once', 0, 'genuine'],
    ['60 s later', 60, 'genuine'],
    ['61 s later', 61, 'stale'],
    ['by a phone that is 60 s ahead', -60, 'genuine'],
    ['by a phone that is 61 s ahead', -61, 'stale'],
    ['an hour later', 3600, 'stale'],
  ])('a code read %s is %s', (_, later, kind) => {
    expect(verdict(shown(), noon + later).kind).toBe(kind)
  })

  test.each([
    ['the day before', midnight - 61, 'expired'],
    ['a minute before the day', midnight - 60, 'genuine'],
    ['in the last second of the day', midnight + 86_399, 'genuine'],
    ['a minute after the day', midnight + 86_460, 'expired'],
    ['the day after', midnight + 100_000, 'expired'],
  ])('a credential shown %s is %s', (_, at, kind) => {
    expect(verdict(shown({ at }), at).kind).toBe(kind)
  })
})

describe('what nobody issued', () => {
  test.each([
    ['another phone’s key', shown({ shownBy: keyOf(3) }), 'holder'],
    ['a key that issues nothing', shown({ issuedBy: keyOf(3) }), 'credential'],
    ['an issuer nobody knows', shown({ under: Uint8Array.from([0]) }), 'issuer'],
    [
      'an issuer whose time is over',
      shown({ change: { until: issuer.until + 1, from: issuer.until - 1 }, at: issuer.until }),
      'issuer',
    ],
  ])('%s is refused', (_, text, because) => {
    expect(verdict(text)).toEqual({ kind: 'forged', because })
  })

  test('a holder’s key of small order is refused, though its signature adds up', () => {
    const identity = Uint8Array.from([1, ...Array.from({ length: 31 }, () => 0)])
    const forged = { sign: () => Uint8Array.from([1, ...Array.from({ length: 63 }, () => 0)]) }
    expect(verdict(shown({ change: { holder: identity }, shownBy: forged }))).toEqual({
      kind: 'forged',
      because: 'holder',
    })
  })

  test('every changed byte of a presentation is refused', () => {
    const bytes = bytesOf(shown())
    for (let at = 0; at < bytes.length; at++)
      for (const change of [0x01, 0x80, 0xff]) {
        const changed = bytes.map((byte, place) => (place === at ? byte ^ change : byte))
        expect(verdict(prefix + toBase45(changed)).kind).not.toBe('genuine')
      }
  })

  test('every cut and every byte more is no card', () => {
    const bytes = bytesOf(shown())
    for (let length = 0; length < bytes.length; length++)
      expect(verdict(prefix + toBase45(bytes.subarray(0, length))).kind).toBe('not-a-card')
    expect(verdict(prefix + toBase45(Uint8Array.from([...bytes, 0]))).kind).toBe('not-a-card')
  })

  test('garbage of every size is no card, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 2_000 }), fc.uint8Array({ maxLength: 900 })), (garbage) => {
        const text = typeof garbage === 'string' ? garbage : prefix + toBase45(garbage)
        expect(verdict(text).kind).toBe('not-a-card')
      }),
    )
  })
})

test('the code is short enough for a phone of 390 px: it fits the alphanumeric mode of a version 16 code at level M', () => {
  const longest = shown({ change: { name: '欧*某', union: '某'.repeat(30) } })
  expect(longest).toMatch(/^GH1:[0-9A-Z $%*+\-./:]+$/)
  expect(longest.length).toBeLessThanOrEqual(656)
})
