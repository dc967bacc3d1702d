import { RegionId } from '../core/ids'
import { IsoDate } from '../core/time'
import { resolvePolicy } from '../policy/resolve'
import { subsidyOf, type SubsidyFacts } from './subsidy'

const table = resolvePolicy([RegionId.parse('330522')], IsoDate.parse('2026-11-18')).values.subsidies
const own: SubsidyFacts = { unitKind: '私营企业', staff: 30, checked: true }

describe('一次性补助 (003 二(五), Changxing)', () => {
  test.each([
    ['B2', 1, 60_000],
    ['B2', 49, 60_000],
    ['B3: 50 stands in two brackets and gets the larger (O-7)', 50, 100_000],
    ['B2', 500, 100_000],
    ['B2', 501, 200_000],
    ['B2', 20_000, 200_000],
  ] as const)('%s: %d staff', (_, staff, amountFen) =>
    expect(subsidyOf({ ...own, staff }, table)).toEqual({ amountFen }),
  )

  test.each([
    ['B1: a union of the state’s', { ...own, unitKind: '国有企业' }, 'not-this-kind'],
    ['B1: a joint union, which is of no unit', { ...own, unitKind: undefined }, 'not-this-kind'],
    ['nobody told the staff', { ...own, staff: undefined }, 'no-staff'],
    ['no staff', { ...own, staff: 0 }, 'outside-table'],
    ['B4: the roster is not checked yet', { ...own, checked: false }, 'not-checked'],
  ] as const)('%s', (_, facts, why) => expect(subsidyOf(facts, table)).toEqual({ why }))

  test('a region without a table', () => expect(subsidyOf(own, [])).toEqual({ why: 'no-table' }))

  test('B3: another region may put 50 into the smaller bracket', () => {
    const smaller = [
      { staffFrom: 1, staffTo: 50, amountFen: 60_000 },
      { staffFrom: 51, staffTo: 500, amountFen: 100_000 },
    ]
    expect(subsidyOf({ ...own, staff: 50 }, smaller)).toEqual({ amountFen: 60_000 })
  })
})
