import fc from 'fast-check'
import { IsoDate } from '../../core/time'
import { addTotals, noTotals, type StandingTotals } from '../standards/totals'
import { homeReportOf, isReportAsked, mayReport } from './report-day'
import { gapsIn, heatOf, missingTo, onlyOpen, reachedIn, targetReached, weakestFirst } from './sums'

const totals = (change: Partial<StandingTotals>): StandingTotals => ({ ...noTotals, ...change })

describe('reaching the goal (D1, D2: 004 3, 002 二)', () => {
  test('younger and older unions are added up, each by its own goal; other lists are not the goal', () => {
    const standards = {
      'six-have': { unions: 6, met: 4, gap: 1 },
      'six-norms': { unions: 4, met: 3, gap: 1 },
      ENT: { unions: 9, met: 0, gap: 9 },
    }
    expect(reachedIn(totals({ standards }))).toEqual({ of: 10, met: 7, gap: 2 })
  })

  test.each([
    [10, 8, 80, true, 0],
    [10, 7, 80, false, 1],
    [7, 5, 80, false, 1],
    [7, 6, 80, true, 0],
    [10, 0, 0, undefined, 0],
    [0, 0, 80, undefined, 0],
  ])('of %i unions %i meet it, asked are %i %%: %s, missing %i', (of, met, percent, reached, missing) => {
    expect(targetReached({ of, met, gap: 0 }, percent)).toBe(reached)
    expect(missingTo({ of, met, gap: 0 }, percent)).toBe(missing)
  })

  test('who has no gap and is not looked at in full is counted apart from who has one', () =>
    expect(onlyOpen({ of: 10, met: 4, gap: 3 })).toBe(3))

  test('so many more and not one less reach it', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 500 }),
        fc.nat({ max: 500 }),
        fc.integer({ min: 1, max: 100 }),
        (met, rest, percent) => {
          const of = met + rest
          const missing = missingTo({ of, met, gap: 0 }, percent)
          if (of === 0) return
          expect(targetReached({ of, met: met + missing, gap: 0 }, percent)).toBe(true)
          if (missing > 0) expect(targetReached({ of, met: met + missing - 1, gap: 0 }, percent)).toBe(false)
        },
      ),
    )
  })
})

describe('which item is the weakest (D3)', () => {
  test('the smallest share of what is told first, then where most have a gap, then by name; what nobody was asked comes last', () => {
    const items = {
      unasked: { met: 0, gap: 0, open: 100 },
      congress: { met: 1, gap: 99, open: 0 },
      half: { met: 1, gap: 1, open: 98 },
      'large half': { met: 4, gap: 4, open: 0 },
      'also half': { met: 1, gap: 1, open: 0 },
      good: { met: 4, gap: 0, open: 0 },
      'good as told': { met: 2, gap: 0, open: 6 },
    }
    expect(heatOf(totals({ items })).map(({ item }) => item)).toEqual([
      'congress',
      'large half',
      'also half',
      'half',
      'good',
      'good as told',
      'unasked',
    ])
  })
})

describe('which union is the weakest (D4)', () => {
  test('a union and a district are measured by the share of what is told', () => {
    const one = totals({ items: { a: { met: 1, gap: 1, open: 0 }, b: { met: 0, gap: 0, open: 1 } } })
    expect(gapsIn(one)).toEqual({ gaps: 1, told: 2, open: 1 })
    expect(gapsIn(addTotals(one, one))).toEqual({ gaps: 2, told: 4, open: 2 })
    const rows = [
      { name: 'none', gaps: 0, told: 0 },
      { name: 'half', gaps: 1, told: 2 },
      { name: 'large half', gaps: 20, told: 40 },
      { name: 'all', gaps: 1, told: 1 },
      { name: 'good', gaps: 0, told: 9 },
    ]
    expect(weakestFirst(rows).map(({ name }) => name)).toEqual(['all', 'large half', 'half', 'good', 'none'])
  })
})

describe('报送 (D6, D7: 002 四（六）)', () => {
  const on = (day: string) => IsoDate.parse(day)
  test.each([
    ['12-15', 2026, '2026-11-22', { year: 2026, dueOn: '2026-12-15', late: false }],
    ['12-15', 2026, '2026-12-15', { year: 2026, dueOn: '2026-12-15', late: false }],
    ['12-15', 2026, '2026-12-16', { year: 2026, dueOn: '2026-12-15', late: true }],
    ['12-15', 2026, '2027-01-02', { year: 2026, dueOn: '2026-12-15', late: true }],
    [null, 2026, '2026-12-16', { year: 2026, late: false }],
    [null, 2026, '2027-01-01', { year: 2026, late: true }],
  ])('where the region says %s, of %i on %s', (said, year, today, told) =>
    expect(homeReportOf(said, year, on(today))).toEqual(told),
  )

  test.each([
    [2027, false, true],
    [2027, true, true],
    [2026, false, true],
    [2026, true, false],
    [2025, false, false],
    [2028, false, false],
  ])('in 2027, of %i, sent already %s: may be sent %s', (year, sent, may) =>
    expect(mayReport(year, sent, on('2027-01-02'))).toBe(may),
  )

  test.each([
    ['12-15', '2026-09-14', false],
    ['12-15', '2026-09-15', true],
    ['12-15', '2026-12-31', true],
    ['12-15', '2027-01-01', false],
    // Its year has not begun three months before.
    ['02-01', '2025-12-31', false],
    ['02-01', '2026-01-01', true],
    [null, '2026-12-14', false],
  ])('until %s, three months before: on %s it is asked %s', (said, today, asked) =>
    expect(isReportAsked(homeReportOf(said, 2026, on(today)), 3, on(today))).toBe(asked),
  )
})
