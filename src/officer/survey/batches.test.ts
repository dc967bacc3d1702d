import { batchesOf, mostAtOnce, slipsWanted } from './batches'

test.each([
  [1, [1]],
  [45, [45]],
  [46, [45, 1]],
  [100, [45, 45, 10]],
] as const)('%i slips are made in batches of %j', (many, batches) => {
  expect(batchesOf(many)).toEqual(batches)
})

test.each([
  ['', undefined],
  ['0', undefined],
  ['-3', undefined],
  ['二十', undefined],
  [' 20 ', 20],
  [String(mostAtOnce), mostAtOnce],
  [String(mostAtOnce + 1), undefined],
])('%j typed is %p', (typed, many) => {
  expect(slipsWanted(typed)).toBe(many)
})
