import fc from 'fast-check'
import { daysAfter } from '../../../shared/core/calendar'
import { IsoDate } from '../../../shared/core/time'
import { areSampleDaysSound } from '../../../shared/review/sample-days'
import { sizeTyped, usualSample, wrongSample } from './days'

const today = IsoDate.parse('2026-11-21')
const at = (days: number) => daysAfter(today, days)

test('the days that are proposed are accepted', () => {
  const { drawnOn, ...days } = usualSample(today)
  expect(areSampleDaysSound(days, drawnOn, today)).toBe(true)
  expect(wrongSample(usualSample(today), { today, taken: [] })).toEqual({})
})

test('an error stands at a day exactly where the announcement would be refused', () => {
  const day = fc.integer({ min: -1, max: 8 }).map(at)
  const days = fc.record({ cutoff: day, receivingOn: day, votingOn: day, lastDay: day, drawnOn: day })
  fc.assert(
    fc.property(days, (chosen) => {
      const { drawnOn, ...rest } = chosen
      const wrong = Object.keys(wrongSample(chosen, { today, taken: [] }))
      expect(wrong.length === 0).toBe(areSampleDaysSound(rest, drawnOn, today))
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['', undefined],
  ['0', undefined],
  ['200', 200],
  ['5000', 5000],
  ['5001', undefined],
  ['很多', undefined],
])('%j typed is %p', (typed, size) => {
  expect(sizeTyped(typed)).toBe(size)
})
