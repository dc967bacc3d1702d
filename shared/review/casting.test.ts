import { isoTime } from '../core/time'
import { castingNow, countedFrom, isSure } from './casting'
import { reviewPhases } from './life'

const [from, until] = [Date.parse('2026-11-26T16:00:00.000Z'), Date.parse('2026-12-03T16:00:00.000Z')]
const periods = { votingFrom: isoTime(from), votingUntil: isoTime(until) }
const at = (phase: (typeof reviewPhases)[number], ms: number) => {
  const taken = castingNow({ ...periods, phase }, isoTime(ms))
  return taken.ok ? taken.data : taken.code
}

describe('what is taken at the ends of the voting period', () => {
  test.each([
    ['announced', from, 'REVIEW_NOT_YET'],
    ['receiving', from - 1, 'REVIEW_NOT_YET'],
    ['receiving', from, 'REVIEW_NOT_YET'],
    ['voting', from - 1, 'REVIEW_NOT_YET'],
    ['voting', from, 'first'],
    ['voting', until - 1, 'first'],
    ['voting', until, 'again'],
    ['voting', until + 29_999, 'again'],
    ['voting', until + 30_000, 'REVIEW_TOO_LATE'],
    ['closed', until, 'again'],
    ['closed', until + 29_999, 'again'],
    ['closed', until + 30_000, 'REVIEW_TOO_LATE'],
    ['published', until + 100_000, 'REVIEW_TOO_LATE'],
    ['called-off', from - 1, 'REVIEW_CALLED_OFF'],
    ['called-off', until, 'REVIEW_CALLED_OFF'],
  ] as const)('%s at %i: %s', (phase, ms, expected) => {
    expect(at(phase, ms)).toBe(expected)
  })
})

test('whatever the phase, nothing is taken that the count, a minute after the last sure moment, could miss', () => {
  expect(Date.parse(countedFrom(periods)) - until).toBe(90_000)
  for (const phase of reviewPhases)
    for (let ms = until; ms <= until + 120_000; ms += 500) {
      expect(at(phase, ms)).not.toBe('first')
      if (!isSure(periods, isoTime(ms))) expect(at(phase, ms)).toMatch(/^REVIEW_/)
    }
})
