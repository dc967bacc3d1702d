import fc from 'fast-check'
import { daysAfter } from '../../../shared/core/calendar'
import { IsoDate } from '../../../shared/core/time'
import { areDaysSound } from '../../../shared/review/days'
import { usualDays, wrongDays } from './review-days'

const today = IsoDate.parse('2026-11-21')
const at = (days: number) => daysAfter(today, days)

test('the days that are proposed are accepted', () => {
  expect(areDaysSound(usualDays(today), today)).toBe(true)
  expect(wrongDays(usualDays(today), { today, taken: [2025] })).toEqual({})
})

test('an error stands at a day exactly where the announcement would be refused', () => {
  const day = fc.oneof(fc.integer({ min: -3, max: 14 }), fc.integer({ min: 10, max: 560 })).map(at)
  const days = fc.record({ cutoff: day, receivingOn: day, votingOn: day, lastDay: day })
  fc.assert(
    fc.property(days, (chosen) => {
      const wrong = Object.keys(wrongDays(chosen, { today, taken: [] }))
      expect(wrong.length === 0).toBe(areDaysSound(chosen, today))
    }),
  )
})

test.each([
  ['a cut-off in the past', { cutoff: at(-1) }, 'cutoff'],
  ['a list that nobody could read', { receivingOn: at(1) }, 'receivingOn'],
  ['voting before anybody received', { votingOn: at(8) }, 'votingOn'],
  ['an end before the beginning', { lastDay: at(14) }, 'lastDay'],
  ['four days of voting', { lastDay: at(18) }, 'lastDay'],
  ['five weeks of voting', { lastDay: at(50) }, 'lastDay'],
  ['voting the year after next', { votingOn: at(401), lastDay: at(407) }, 'votingOn'],
])('%s', (_, change, field) => {
  expect(Object.keys(wrongDays({ ...usualDays(today), ...change }, { today, taken: [] }))).toEqual([field])
})

test('a second review of a year is refused at its first day of voting', () => {
  expect(wrongDays(usualDays(today), { today, taken: [2026] }).votingOn).toContain('2026 年已经')
})
