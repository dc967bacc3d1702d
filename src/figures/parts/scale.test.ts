import { scaleOf } from './scale'

test.each([
  [
    'many members, little change',
    [120_300, 121_900, 123_400],
    undefined,
    [120_000, 121_000, 122_000, 123_000, 124_000],
  ],
  ['from nobody', [3, 18], 0, [0, 5, 10, 15, 20]],
  ['one and the same', [7, 7], undefined, [7, 8, 9, 10, 11]],
  ['below and above', [-6, 18], undefined, [-10, 0, 10, 20]],
])('%s', (_, values, from, expected) => {
  const { ticks, at } = scaleOf(values, from)
  expect(ticks).toEqual(expected)
  for (const value of values) {
    expect(at(value)).toBeGreaterThanOrEqual(0)
    expect(at(value)).toBeLessThanOrEqual(1)
  }
})
