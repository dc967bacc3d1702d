import { dueLabel } from './due'

describe('how near the due date is', () => {
  test.each([
    [12, false, '还剩 12 个工作日', 'neutral'],
    [3, false, '还剩 3 个工作日', 'warning'],
    [1, false, '下个工作日到期', 'warning'],
    [0, false, '今天到期', 'danger'],
    [0, true, '已超期', 'danger'],
    [-2, true, '已超期 2 个工作日', 'danger'],
  ] as const)('%s left, passed: %s → %s', (left, overdue, text, tone) => {
    expect(dueLabel(left, overdue)).toEqual({ text, tone })
  })
})
