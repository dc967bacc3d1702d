import { secondsBy, untilSecond } from './clock'

/** By the phone’s own clock. */
const start = Date.parse('2026-11-18T02:00:00.000Z')
const second = start / 1000
beforeEach(() => jest.useFakeTimers({ now: start }))
afterEach(() => jest.useRealTimers())

describe('the next second of the issuer’s clock', () => {
  test.each([
    ['just begun', 0, 1000],
    ['under way', 400, 600],
    ['a fraction before the next', 399.6, 601],
    ['ahead of the phone’s by minutes', 180_000, 1000],
  ])('%s', (_, aheadMs, left) => {
    expect(untilSecond(secondsBy({ aheadMs }) + 1, { aheadMs })).toBe(left)
  })

  test('that is over already is now', () => {
    expect(untilSecond(second - 1, { aheadMs: 0 })).toBe(0)
  })

  test('is never waited for longer than a second, whatever the phone’s clock was set to meanwhile', () => {
    const next = secondsBy({ aheadMs: 0 }) + 1
    jest.setSystemTime(start - 3_600_000)
    expect(untilSecond(next, { aheadMs: 0 })).toBe(1000)
  })
})
