import { categoryTold } from './workplace-told'

describe('就业状况 in the words of a roster', () => {
  test.each([
    ['在岗', '在职职工'],
    ['在职', '在职职工'],
    ['在编在岗', '在职职工'],
    ['不在岗', '其他'],
    ['未在岗', '其他'],
    ['非在职', '其他'],
    ['下岗', '其他'],
    ['待岗（在编）', '其他'],
    ['不在编', '编外聘用'],
    ['编外聘用，在岗', '编外聘用'],
    ['劳务派遣在岗', '劳务派遣'],
    ['退休', '其他'],
  ])('%s is %s', (said, category) => {
    expect(categoryTold(said)).toBe(category)
  })
})
