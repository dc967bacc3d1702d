import { countIn, sumTyped, wrongFields } from './figures'

const typed = { satisfied: '12', mostly: ' 3 ', dissatisfied: '0', invalid: '1' }

test('four numbers are a count, and their sum is of all papers', () => {
  expect(wrongFields(typed)).toEqual({})
  expect(countIn(typed)).toEqual({ grades: { satisfied: 12, mostly: 3, dissatisfied: 0 }, invalid: 1 })
  expect(sumTyped(typed)).toBe(16)
})

test.each([
  ['', '没有的请填 0'],
  ['-1', '请填整数，比如 12'],
  ['1.5', '请填整数，比如 12'],
  ['十二', '请填整数，比如 12'],
])('%p says how to mend it', (mostly, says) => {
  expect(wrongFields({ ...typed, mostly })).toEqual({ mostly: says })
})
