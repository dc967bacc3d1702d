import { Grade } from '../../../shared/review/kinds'
import { countIn, fieldsOf, sumTyped, wrongFields } from './figures'

const all = fieldsOf(Grade.options)

const typed = { satisfied: '12', mostly: ' 3 ', dissatisfied: '0', invalid: '1' }

test('four numbers are a count, and their sum is of all papers', () => {
  expect(wrongFields(typed, all)).toEqual({})
  expect(countIn(typed)).toEqual({ grades: { satisfied: 12, mostly: 3, dissatisfied: 0 }, invalid: 1 })
  expect(sumTyped(typed)).toBe(16)
})

test.each([
  ['', '没有的请填 0'],
  ['-1', '请填整数，比如 12'],
  ['1.5', '请填整数，比如 12'],
  ['十二', '请填整数，比如 12'],
])('%p says how to mend it', (mostly, says) => {
  expect(wrongFields({ ...typed, mostly }, all)).toEqual({ mostly: says })
})

test('a grade that is not on the ballot is not asked for', () => {
  expect(wrongFields({ ...typed, mostly: '' }, fieldsOf(['satisfied', 'dissatisfied']))).toEqual({})
})
