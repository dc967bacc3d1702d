import { IsoDate } from '../../core/time'
import { filed, filingMonth, halfAskedFor, halfBefore, halfOf, halvesToFile, isAskedNoMore } from './half-year'
import type { Holding } from './holdings'

const on = (day: string) => IsoDate.parse(day)
const kept = { kept: 'paper', place: '工会办公室 2 号柜', volume: '一' } as const
const row = (kind: Holding['kind'], day: string, paper: Holding['paper'] = kept): Holding => ({
  kind,
  day: on(day),
  paper,
})
const index = [
  row('member-congress', '2026-07-01'),
  row('member-congress', '2026-03-20'),
  row('staff-congress', '2026-06-30', { kept: 'not-yet' }),
  row('staff-congress', '2019-03-20'),
]

test('a half-year ends with June or December', () => {
  expect(halfOf(on('2026-06-30'))).toBe('2026-1')
  expect(halfOf(on('2026-07-01'))).toBe('2026-2')
  expect([halfBefore('2026-1'), halfBefore('2026-2')]).toEqual(['2025-2', '2026-1'])
})

test.each([
  ['2026-1', '2026-07-01', '2026-07-31'],
  ['2026-2', '2027-01-01', '2027-01-31'],
])('%s is filed from %s to %s (003 三4)', (half, from, until) => {
  expect(filingMonth(half)).toEqual({ from, until })
})

test('filed is what is of that half-year, and named; what it has none of is told (M9)', () => {
  const list = ['member-congress', 'staff-congress', 'collective-contract'] as const
  expect(filed('2026-1', list, index)).toEqual({
    rows: [
      { kind: 'member-congress', day: '2026-03-20', kept: true },
      { kind: 'staff-congress', day: '2026-06-30', kept: false },
    ],
    without: ['collective-contract'],
  })
  expect(filed('2026-2', list, index).rows.map(({ day }) => day)).toEqual(['2026-07-01'])
})

test.each([
  // on its first day and on its last it is still running
  ['2026-01-01', [], []],
  ['2026-06-30', [], []],
  ['2026-07-01', [], ['2026-1']],
  ['2026-12-31', [], ['2026-1']],
  ['2027-01-01', [], ['2026-1', '2026-2']],
  ['2027-01-01', ['2026-1'], ['2026-2']],
  ['2027-01-01', ['2026-1', '2026-2'], []],
  ['2027-07-01', [], ['2026-2']],
  ['2028-01-01', [], []],
] as const)('on %s, filed already %j: to be filed is %j', (today, done, expected) => {
  expect(halvesToFile(on(today), index, done)).toEqual(expected)
})

test.each([
  ['2026-06-30', undefined],
  ['2026-07-01', '2026-1'],
  ['2026-07-31', '2026-1'],
  ['2026-08-01', undefined],
  ['2027-01-01', '2026-2'],
  ['2027-02-01', undefined],
])('on %s the half-year that is asked for is %s', (today, half) => {
  expect(halfAskedFor(on(today))).toBe(half)
})

test('who is late is reminded until the next half-year is over', () => {
  expect(isAskedNoMore('2026-1', on('2026-12-31'))).toBe(false)
  expect(isAskedNoMore('2026-1', on('2027-01-01'))).toBe(true)
})
