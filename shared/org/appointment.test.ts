import { IsoDate } from '../core/time'
import { isTerm, latestEnd, mayAppoint } from './appointment'

test.each([
  ['above', 'chair', true],
  ['above', 'deputy', true],
  ['above', 'clerk', true],
  ['own', 'chair', false],
  ['own', 'deputy', false],
  ['own', 'organiser', true],
  ['own', 'clerk', true],
  ['own', 'examiner', true],
  ['own', 'scrutineer', true],
] as const)('an officer of the union %s appoints a %s: %s', (standpoint, role, allowed) => {
  expect(mayAppoint(standpoint, role)).toBe(allowed)
})

const today = IsoDate.parse('2026-11-18')
test.each([
  ['2026-11-17', false],
  ['2026-11-18', false],
  ['2026-11-19', true],
  ['2031-11-18', true],
  ['2031-11-19', false],
])('a term that begins on 2026-11-18 may end on %s: %s', (until, allowed) => {
  expect(isTerm(IsoDate.parse(until), today)).toBe(allowed)
})

test('a term that begins on 29 February ends on a day that there is', () => {
  expect(latestEnd(IsoDate.parse('2028-02-29'))).toBe('2033-02-28')
})
