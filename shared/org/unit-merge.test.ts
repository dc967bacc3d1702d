import { UnionId, UnitId } from '../core/ids'
import { mergedUnit, type MergingUnit } from './unit-merge'

const [own, other, joint, market] = ['own', 'other', 'joint', 'market'].map((id) => UnionId.parse(id))
const unit = (id: string, change: Partial<MergingUnit> = {}): MergingUnit => ({
  _id: UnitId.parse(id),
  coveredBy: [],
  ...change,
})

test.each([
  ['nobody’s and nobody’s', {}, {}, { union: undefined, coveredBy: [] }],
  [
    'listed by two joint unions',
    { coveredBy: [joint] },
    { coveredBy: [market, joint] },
    { coveredBy: [joint, market] },
  ],
  ['the kept has its own', { union: own }, { coveredBy: [joint] }, { union: own, coveredBy: [] }],
  ['the merged has its own', { coveredBy: [joint] }, { union: own }, { union: own, coveredBy: [] }],
  ['both have the same', { union: own }, { union: own }, { union: own, coveredBy: [] }],
] as const)('U8 %s', (_, kept, merged, after) => {
  const given = (change: object) => JSON.parse(JSON.stringify(change)) as Partial<MergingUnit>
  expect(mergedUnit(unit('a', given(kept)), unit('b', given(merged)))).toMatchObject(after)
})

test('U8 two unions of their own are not merged by the way', () => {
  expect(mergedUnit(unit('a', { union: own }), unit('b', { union: other }))).toBeUndefined()
})

test('a unit is never its own parent', () => {
  const kept = unit('a', { parent: UnitId.parse('b') })
  expect(mergedUnit(kept, unit('b', { parent: UnitId.parse('c') }))?.parent).toBe('c')
})
