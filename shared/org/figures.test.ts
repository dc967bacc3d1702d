import { IsoDate } from '../core/time'
import { addFigures, ageGroup, lessFigures, monthAfter, noFigures, sameFigures } from './figures'

const day = (text: string) => IsoDate.parse(text)

describe('建会年限 (ORG TH-21)', () => {
  test.each([
    ['2021-11-19', 'young'],
    ['2021-11-18', 'established'],
    ['2010-01-01', 'established'],
    [undefined, undefined],
    ['去年', undefined],
  ] as const)('founded %s, on 18 November 2026 with five years: %s', (foundedOn, group) =>
    expect(ageGroup(foundedOn, 5, day('2026-11-18'))).toBe(group),
  )
})

test('what is added can be taken away', () => {
  const some = { ...noFigures, members: 7, staff: 9 }
  expect(sameFigures(lessFigures(addFigures(some, some), some), some)).toBe(true)
})

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
])('%s and %s months is %s', (month, months, after) => expect(monthAfter(month, months)).toBe(after))
