import { isoTime } from '../core/time'
import { isSameRequest, receivingNow } from './receiving'

const [from, until] = [Date.parse('2026-11-19T16:00:00.000Z'), Date.parse('2026-12-03T16:00:00.000Z')]
const periods = { receivingFrom: isoTime(from), votingUntil: isoTime(until) }

describe('receiving', () => {
  test.each([
    ['announced', from, 'REVIEW_NOT_YET'],
    ['receiving', from - 1, 'REVIEW_NOT_YET'],
    ['receiving', from, 'OK'],
    ['voting', until - 1, 'OK'],
    ['voting', until, 'REVIEW_TOO_LATE'],
    ['closed', until, 'REVIEW_TOO_LATE'],
    ['published', until, 'REVIEW_TOO_LATE'],
    ['called-off', from, 'REVIEW_CALLED_OFF'],
  ] as const)('%s at %i: %s', (phase, at, expected) => {
    const told = receivingNow({ ...periods, phase }, isoTime(at))
    expect(told.ok ? 'OK' : told.code).toBe(expected)
  })
})

test('only both halves together are the same request', () => {
  const asked = { ballot: 'a', remark: 'b' }
  expect(isSameRequest(asked, { ...asked })).toBe(true)
  expect(isSameRequest(asked, { ...asked, remark: 'c' })).toBe(false)
  expect(isSameRequest(asked, { ...asked, ballot: 'c' })).toBe(false)
})
