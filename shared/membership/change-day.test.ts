import { IsoDate } from '../core/time'
import { isChangeDay } from './change-day'
import type { LifeChange } from './life'

const day = (text: string) => IsoDate.parse(text)
const known = { since: day('2024-03-01'), changedOn: day('2026-05-01'), today: day('2026-11-18') }

describe('the day of a change (M2)', () => {
  test.each([
    ['retain', '2026-11-18', true, 'today'],
    ['retain', '2026-11-19', false, 'tomorrow'],
    ['retain', '2024-03-01', true, 'the day of joining'],
    ['retain', '2024-02-29', false, 'the day before joining'],
    ['decease', '2026-04-01', true, 'before what was recorded last: it was learned of late'],
    ['resume', '2026-05-01', true, 'the day on which it was kept'],
    ['resume', '2026-04-30', false, 'before it was kept'],
  ] as const satisfies readonly (readonly [LifeChange, string, boolean, string])[])(
    '%s on %s: %s, %s',
    (change, on, right) => {
      expect(isChangeDay(change, day(on), known)).toBe(right)
    },
  )

  test('a membership that nothing happened to is taken up again from its first day on at the earliest', () => {
    const { changedOn: _, ...fresh } = known
    expect(isChangeDay('resume', day('2024-03-01'), fresh)).toBe(true)
    expect(isChangeDay('resume', day('2024-02-01'), fresh)).toBe(false)
  })
})
