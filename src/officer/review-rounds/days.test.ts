import fc from 'fast-check'
import { daysAfter } from '../../../shared/core/calendar'
import { IsoDate } from '../../../shared/core/time'
import { isRoundSound } from '../../../shared/review/round'
import { changed, roundDaysOf, usualRound, wrongRound } from './days'

const today = IsoDate.parse('2026-03-02')
const at = (days: number) => daysAfter(today, days)

test('the days that are proposed are accepted', () => {
  expect(isRoundSound(roundDaysOf(usualRound(today)), today)).toBe(true)
  expect(wrongRound(usualRound(today), { today, taken: [2025] })).toEqual({})
})

test('an error stands at a day exactly where the round would be refused', () => {
  const day = fc.integer({ min: -1, max: 9 }).map(at)
  const asked = fc.record({
    from: day,
    until: day,
    opensOn: day,
    cutoff: day,
    receivingOn: day,
    votingOn: day,
    lastDay: day,
  })
  fc.assert(
    fc.property(asked, (days) => {
      const wrong = Object.keys(wrongRound(days, { today, taken: [] }))
      expect(wrong.length === 0).toBe(isRoundSound(roundDaysOf(days), today))
    }),
    { numRuns: 2000 },
  )
})

test('opened on another day, everything after it moves along and stays sound', () => {
  const before = usualRound(today)
  for (const days of [-13, -5, 30]) {
    const after = changed(before, 'opensOn', daysAfter(before.opensOn, days))
    expect(after.votingOn).toBe(daysAfter(before.votingOn, days))
    expect(wrongRound(after, { today, taken: [] })).toEqual({})
  }
  expect(changed(before, 'lastDay', at(99))).toEqual({ ...before, lastDay: at(99) })
})
