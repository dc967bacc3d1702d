import { day } from '../../../shared/home/standards/standards.fixture'
import type { MetricName } from '../../../shared/home/standards/metric-names'
import { figuresText } from './words'

test.each<readonly [MetricName, string]>([
  ['term_not_expired', '任期到 2027 年 12 月 31 日'],
  ['collective_contract_signed', '有效期到 2027 年 12 月 31 日'],
  ['regional_staff_congress', '任期到 2027 年 12 月 31 日'],
  ['finance_disclosed_per_year', '最近一次 2027 年 12 月 31 日'],
])('the day of %s is said as what it is: %s', (name, text) =>
  expect(figuresText(name, { state: 'met', shown: { kind: 'day', on: day('2027-12-31') } })).toBe(text),
)

test.each([
  ['withheld', '2027 年 12 月 31 日评的，人太少，结果没有公布'],
  ['old', '最近一次 2027 年 12 月 31 日，过了一年'],
] as const)('a review that was held is not said to be missing: %s', (why, text) =>
  expect(
    figuresText('satisfaction_rate', {
      state: 'no-record',
      shown: { kind: 'no-result', on: day('2027-12-31'), why },
    }),
  ).toBe(text),
)
