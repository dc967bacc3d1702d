import fc from 'fast-check'
import { IsoDate } from '../../core/time'
import { addTotals, noTotals, type StandingTotals } from '../standards/totals'
import { homeReportOf } from './report-day'
import { gapsIn, heatOf, missingTo, reachedIn, targetReached, weakestFirst } from './sums'

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
  test('the smallest share first, then where most have a gap, then by name', () => {
    const items = {
      b: { met: 1, gap: 3, open: 0 },
      a: { met: 2, gap: 0, open: 6 },
      c: { met: 1, gap: 0, open: 3 },
      d: { met: 4, gap: 0, open: 0 },
    }
    expect(heatOf(totals({ items })).map(({ item }) => item)).toEqual(['b', 'a', 'c', 'd'])
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

test.each([
  ['12-15', '2026-11-22', { year: 2026, dueOn: '2026-12-15', late: false }],
  ['12-15', '2026-12-15', { year: 2026, dueOn: '2026-12-15', late: false }],
  ['12-15', '2026-12-16', { year: 2026, dueOn: '2026-12-15', late: true }],
  [null, '2026-12-16', { year: 2026, late: false }],
])('where the region says %s, on %s (002 四（六）)', (said, today, told) => {
  expect(homeReportOf(said, IsoDate.parse(today))).toEqual(told)
})
