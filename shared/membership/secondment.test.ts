import { IsoDate } from '../core/time'
import { secondmentLookOn } from './secondment'

const day = (text: string) => IsoDate.parse(text)

describe('借调满六个月 (M9)', () => {
  test.each([
    ['2026-05-19', '2026-11-18', undefined, 'a day short of six months'],
    ['2026-05-18', '2026-11-18', '2026-11-18', 'six months to the day'],
    ['2026-01-01', '2026-11-18', '2026-07-01', 'asked once until a year has passed'],
    ['2025-11-18', '2026-11-18', '2026-11-18', 'a year: asked again'],
  ])('since %s, today %s: %s (%s)', (since, today, due, _why) => {
    expect(secondmentLookOn(day(since), day(today))).toBe(due)
  })
})
