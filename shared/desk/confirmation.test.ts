import fc from 'fast-check'
import { PersonId, UnionId } from '../core/ids'
import { isoTime } from '../core/time'
import { codeExpires, confirmedExpires, judgeAnswer, mayUse, numbersToPick, signInExpires } from './confirmation'

const now = isoTime(Date.parse('2026-11-18T02:00:00.000Z'))
const later = (milliseconds: number) => isoTime(Date.parse(now) + milliseconds)

test('a code lives a minute, what was confirmed two, a sign-in eight hours', () => {
  expect([codeExpires(now), confirmedExpires(now), signInExpires(now)]).toEqual([
    later(60_000),
    later(120_000),
    later(8 * 3_600_000),
  ])
})

describe('the phone answers', () => {
  const pick = (number: number) => ({ kind: 'pick' as const, number })
  test.each([
    // state, how long it still lives, answer → what it comes to
    ['asked', 1, pick(47), 'confirmed'],
    ['asked', 1, pick(48), 'wrong'],
    ['asked', 1, { kind: 'refuse' as const }, 'refused'],
    ['asked', 0, pick(47), 'gone'],
    ['asked', -1, { kind: 'refuse' as const }, 'gone'],
    ['confirmed', 1, pick(47), 'gone'],
    ['refused', 1, pick(47), 'gone'],
    ['used', 1, pick(47), 'gone'],
  ] as const)('%s with %i ms left, %j: %s', (state, left, answer, outcome) => {
    expect(judgeAnswer({ state, number: 47, expiresAt: later(left) }, answer, now)).toBe(outcome)
  })
})

describe('what was confirmed', () => {
  const union = UnionId.parse('u1')
  const person = PersonId.parse('p1')
  const act = { kind: 'reveal', union, person, value: 'number' } as const
  const confirmed = { state: 'confirmed', expiresAt: later(1), act } as const
  test('may be done', () => expect(mayUse(confirmed, act, now)).toBe(true))
  test.each([
    ['once', { ...confirmed, state: 'used' as const }, act],
    ['while it lives', { ...confirmed, expiresAt: now }, act],
    ['and not before', { ...confirmed, state: 'asked' as const }, act],
    ['for this person', confirmed, { ...act, person: PersonId.parse('p2') }],
    ['for this value', confirmed, { ...act, value: 'mobile' as const }],
    ['for this union', confirmed, { ...act, union: UnionId.parse('u2') }],
    ['for this act', confirmed, { kind: 'sign-in' as const }],
  ])('only %s', (_, confirmation, wanted) => expect(mayUse(confirmation, wanted, now)).toBe(false))
})

test('three different two-digit numbers in order, the right one anywhere among them', () => {
  const places = new Set<number>()
  fc.assert(
    fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 99 })), (stream) => {
      const digits = () => String(stream.next().value).padStart(2, '0')
      const { number, choices } = numbersToPick(digits)
      expect(choices).toHaveLength(3)
      expect(new Set(choices).size).toBe(3)
      expect(choices.every((one) => one >= 10 && one <= 99)).toBe(true)
      expect([...choices].sort((a, b) => a - b)).toEqual(choices)
      places.add(choices.indexOf(number))
    }),
  )
  expect(places).toEqual(new Set([0, 1, 2]))
})
