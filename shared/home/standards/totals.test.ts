import fc from 'fast-check'
import { itemStates, standardKeys, type ItemState } from './keys'
import { addTotals, isNothing, lessTotals, noTotals, totalsOf } from './totals'

const ids = ['6Y-1', '6Y-2', 'QD-ENT-ORG-01', 'QD-ENT-ORG-02'] as const
const standardOf = (id: string) => (id.startsWith('6Y') ? ('six-have' as const) : ('ENT' as const))
const union = fc
  .record({
    states: fc.array(fc.constantFrom(...itemStates), { minLength: 4, maxLength: 4 }),
    result: fc.constantFrom(undefined, 'met' as const, 'not-met' as const),
  })
  .map(({ states, result }) =>
    totalsOf({
      standards: ['six-have', 'ENT'],
      items: Object.fromEntries(ids.map((id, at) => [id, states[at] ?? 'open'])),
      standardOf,
      result,
      type: 'enterprise',
    }),
  )

test('one union is a row of its own: an open item is neither met nor a gap, and what it is not meant by is not counted', () => {
  const items: Readonly<Record<string, ItemState>> = {
    '6Y-1': 'met',
    '6Y-2': 'open',
    'QD-ENT-ORG-01': 'gap',
    'QD-ENT-ORG-02': 'not-meant',
  }
  expect(
    totalsOf({ standards: ['six-have', 'ENT'], items, standardOf, result: 'not-met', type: 'enterprise' }),
  ).toEqual({
    unions: 1,
    assessed: 1,
    passed: 0,
    standards: { 'six-have': { unions: 1, met: 0, gap: 0 }, ENT: { unions: 1, met: 0, gap: 1 } },
    items: {
      '6Y-1': { met: 1, gap: 0, open: 0 },
      '6Y-2': { met: 0, gap: 0, open: 1 },
      'QD-ENT-ORG-01': { met: 0, gap: 1, open: 0 },
    },
  })
})

test('what was added is taken away again without a trace, in any order', () =>
  fc.assert(
    fc.property(union, union, (one, other) => {
      const both = addTotals(one, other)
      expect(addTotals(other, one)).toEqual(both)
      expect(lessTotals(both, one)).toEqual(addTotals(noTotals, other))
      expect(isNothing(lessTotals(lessTotals(both, one), other))).toBe(true)
    }),
  ))

test.each([
  ['enterprise', ['ENT', 'six-have']],
  ['community_joint', ['ENT', 'six-have']],
  ['enterprise_group', ['ENT', 'six-have']],
  ['township_general', ['ENT']],
  ['industry_federation', ['ENT']],
  ['city_general', ['ENT']],
] as const)('the goal is one of grassroots unions: %s counts in %j (D1)', (type, counted) => {
  const { unions, standards, items } = totalsOf({
    standards: ['six-have', 'ENT'],
    items: { '6Y-1': 'met', 'QD-ENT-ORG-01': 'gap' },
    standardOf,
    result: undefined,
    type,
  })
  expect([unions, Object.keys(standards).sort()]).toEqual([1, counted])
  // 一页上只有一个分母: an item is counted of those that its list is.
  expect(Object.keys(items).map(standardOf).sort()).toEqual(counted)
})

test('every list may stand in a sum', () =>
  expect(
    standardKeys.map(
      (key) =>
        totalsOf({ standards: [key], items: {}, standardOf, result: undefined, type: 'enterprise' }).standards[key],
    ),
  ).toEqual(standardKeys.map(() => ({ unions: 1, met: 1, gap: 0 }))))
