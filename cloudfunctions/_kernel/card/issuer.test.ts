import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { dayInSeconds, dayOfSeconds, weekFrom } from '../../../shared/card/days'
import { present } from '../../../shared/card/presentation'
import { toleranceSeconds, verifyOffline, type IssuerKey } from '../../../shared/card/verify'
import { chinaDay, isoTime } from '../../../shared/core/time'
import { environmentCardKeys } from '../seal/environment-keys'
import { makeIssuer, type CardIssuer } from './issuer'
import { signingKey, verifyWithNode } from './ed25519'

const base64 = () => randomBytes(32).toString('base64')
const index = base64()
const next = base64()
const day = chinaDay(isoTime(Date.parse('2026-11-18T04:00:00.000Z')))
const noon = dayInSeconds(day).from + 12 * 3600
const issuerFrom = (env: Record<string, string>) => makeIssuer(environmentCardKeys({ INDEX_KEY: index, ...env }))
const phone = signingKey(randomBytes(32))

/** What a phone shows at noon, of what this issuer issued. */
function shownBy(issuer: CardIssuer): string {
  const holder = phone.publicKey
  const credential = issuer.issue(
    { name: '王*平', union: '澜屿工会', status: 'active', holder, ...dayInSeconds(day) },
    '00'.repeat(10),
    day,
  )
  return present({ credential, at: noon, nonce: new Uint8Array(8) }, phone)
}
const kindFor = (issuers: readonly IssuerKey[], text: string) =>
  verifyOffline(text, { issuers, now: noon, verify: verifyWithNode }).kind

describe('a reference', () => {
  const issuer = issuerFrom({})

  test('leads the issuer, and nobody else, to serial and day', () => {
    const serials = fc.uint8Array({ minLength: 10, maxLength: 10 }).map((bytes) => Buffer.from(bytes).toString('hex'))
    const days = fc.integer({ min: 20_000, max: 60_000 }).map((count) => dayOfSeconds(count * 86_400))
    fc.assert(
      fc.property(serials, days, (serial, on) => {
        expect(issuer.open(issuer.reference(serial, on))).toEqual({ serial, day: on })
      }),
    )
    const stranger = makeIssuer(environmentCardKeys({ INDEX_KEY: base64() }))
    expect(stranger.open(issuer.reference('ab'.repeat(10), day))).toBeUndefined()
  })

  test('is another one every day, and nothing made up is one', () => {
    const week = weekFrom(day).map((on) => Buffer.from(issuer.reference('ab'.repeat(10), on)).toString('hex'))
    expect(new Set(week).size).toBe(7)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(issuer.open(bytes)).toBeUndefined()
      }),
    )
  })
})

describe('changing the key that signs', () => {
  const before = issuerFrom({})
  const published = issuerFrom({ CARD_KEYS: `index,2027:${next}`, CARD_CURRENT: 'index' })
  const signing = issuerFrom({ CARD_KEYS: `index,2027:${next}`, CARD_CURRENT: '2027' })
  const after = issuerFrom({ CARD_KEYS: `2027:${next}` })

  test('the new key is known to verifiers before it signs, and the old one after: no card fails at any step', () => {
    const steps = [before, published, signing]
    for (const [at, issuer] of steps.entries())
      for (const verifier of steps.slice(Math.max(0, at - 1)))
        expect(kindFor(verifier.keys(day), shownBy(issuer))).toBe('genuine')
    expect(kindFor(after.keys(day), shownBy(signing))).toBe('genuine')
  })

  test('a key that was taken out is believed no more, nor one that a verifier asked for too long ago', () => {
    expect(kindFor(after.keys(day), shownBy(published))).toBe('forged')
    const [, old] = [30, 31].map((days) => dayOfSeconds(dayInSeconds(day).from - days * 86_400))
    expect(kindFor(before.keys(old ?? day), shownBy(before))).toBe('forged')
    expect(kindFor(before.keys(dayOfSeconds(noon - 29 * 86_400)), shownBy(before))).toBe('genuine')
  })

  test('references open whichever key signs', () => {
    expect(after.open(before.reference('ab'.repeat(10), day))).toEqual({ serial: 'ab'.repeat(10), day })
  })

  test.each([
    ['a current key that is not there', { CARD_KEYS: `index,2027:${next}`, CARD_CURRENT: '2028' }, 'not among'],
    ['a key without a name', { CARD_KEYS: next }, 'CARD_KEYS must be name:base64'],
    ['a short key', { CARD_KEYS: `2027:${randomBytes(16).toString('base64')}` }, '16 bytes'],
  ])('%s is refused with a sentence that quotes no key', (_, env, sentence) => {
    expect(() => issuerFrom(env)).toThrow(sentence)
  })
})

test('a day in China begins and ends at its own midnight', () => {
  const { from, until } = dayInSeconds(day)
  expect(until - from).toBe(86_400)
  expect([from - 1, from, until - 1, until].map(dayOfSeconds)).toEqual(['2026-11-17', day, day, '2026-11-19'])
  expect(toleranceSeconds).toBe(60)
})
