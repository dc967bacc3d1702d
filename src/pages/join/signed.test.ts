import { isSigned } from './signed'

test.each([
  ['nothing', undefined, false],
  ['a dot', [[500, 500, 500, 500]], false],
  [
    'a few dots',
    [
      [500, 500, 500, 500],
      [510, 500, 510, 500],
      [500, 520, 500, 520],
    ],
    false,
  ],
  ['a finger that slipped', [[500, 500, 530, 520]], false],
  ['a line', [[100, 500, 400, 500]], true],
  [
    'two short strokes that make a 十',
    [
      [480, 500, 540, 500],
      [510, 470, 510, 530],
    ],
    true,
  ],
])('%s: %s', (_, strokes, signed) => {
  expect(isSigned(strokes === undefined ? undefined : { strokes })).toBe(signed)
})
