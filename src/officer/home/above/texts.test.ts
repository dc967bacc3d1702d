import { UnionId } from '../../../../shared/core/ids'
import { bandOf, measureOf, missingText, shareText, targetOf, type Row } from './texts'

test.each([
  [0, 0, 80, 'none', '没有数'],
  [8, 10, 80, 'high', '80%'],
  [799, 1_000, 80, 'mid', '79.9%'],
  [4, 10, 80, 'mid', '40%'],
  [399, 1_000, 80, 'low', '39.9%'],
  [9, 10, 95, 'mid', '90%'],
] as const)('%i of %i, with a target of %i: %s, %s', (met, of, target, band, share) => {
  expect(bandOf({ met, of, open: 0 }, target)).toBe(band)
  expect(shareText(met, of)).toBe(share)
})

test('who was not looked at in full reached nothing yet, whatever the number says', () => {
  expect(bandOf({ met: 3, of: 3, open: 22 }, 100)).toBe('mid')
  expect(bandOf({ met: 3, of: 3, open: 0 }, 100)).toBe('high')
})

test('a single union is held against all of its items, a tree against the target of the region', () => {
  expect([targetOf({ leads: false }, 80), targetOf({ leads: true }, 90), targetOf({ leads: true }, 0)]).toEqual([
    100, 90, 80,
  ])
})

test('an item is measured by the unions that tell of it: what nobody was asked makes it no weaker', () => {
  const row: Row = {
    union: UnionId.parse('union-street'),
    name: '街道总工会',
    leads: true,
    unions: 100,
    reached: { of: 100, met: 1, gap: 3 },
    gaps: 3,
    told: 4,
    open: 96,
  }
  expect(measureOf({ ...row, item: { met: 1, gap: 3, open: 96 } })).toEqual({ met: 1, of: 4, open: 96 })
  expect(measureOf({ ...row, item: { met: 0, gap: 0, open: 96 } })).toEqual({ met: 0, of: 0, open: 96 })
})

test.each([
  [{ of: 10, met: 4, gap: 6 }, '还差 4 家'],
  [{ of: 10, met: 4, gap: 2 }, '还差 4 家；4 家没差距，只是没评全'],
])('beside the target stands who lacks nothing but to be looked at: %j', (reached, text) =>
  expect(missingText(reached, 80)).toBe(text),
)
