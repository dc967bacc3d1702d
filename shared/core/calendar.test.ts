import { daysAfter, monthsAfter } from './calendar'
import { IsoDate } from './time'

const day = (text: string) => IsoDate.parse(text)

test.each([
  ['2026-01-15', 6, '2026-07-15'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2023-08-31', 6, '2024-02-29'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-05-18', -6, '2025-11-18'],
])('%s and %s months is %s', (from, months, to) => {
  expect(monthsAfter(day(from), months)).toBe(to)
})

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2024-03-01', -1, '2024-02-29'],
  ['2026-11-18', 0, '2026-11-18'],
])('%s and %s days is %s', (from, days, to) => {
  expect(daysAfter(day(from), days)).toBe(to)
})
