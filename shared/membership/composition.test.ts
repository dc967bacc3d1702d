import { IsoDate } from '../core/time'
import { confirmedOf, counting, nobody, rateText, whyHanging, type CountedMember } from './composition'

const day = (text: string) => IsoDate.parse(text)
const rhythm = { everyMonths: 6, inMonths: [] }
const today = day('2026-11-18')
const member: CountedMember = {
  sex: 'female',
  employment: '在岗',
  category: '在职职工',
  unit: 'unit-1',
  unitName: '某公司',
  situationKnown: false,
  since: day('2026-06-01'),
  changedOn: undefined,
  confirmedOn: undefined,
  askedFrom: undefined,
}
const nowhere = { ...member, unit: undefined, unitName: '' }

describe('空挂会员 (003 二(六))', () => {
  test.each([
    ['a unit', member, undefined],
    ['a unit typed by hand', { ...nowhere, unitName: '某店' }, undefined],
    ['no unit, but the situation is known: a rider', { ...nowhere, situationKnown: true }, undefined],
    ['neither (K1)', nowhere, 'no-workplace'],
    ['two years less a day without a word', { ...member, since: day('2024-11-19') }, undefined],
    ['two years without a word (K2)', { ...member, since: day('2024-11-18') }, 'unconfirmed'],
    [
      'an old joining day, where the first round opened less than two years ago (K2)',
      { ...member, since: day('2010-01-01'), askedFrom: day('2025-01-01') },
      undefined,
    ],
    [
      'two years after the first round without a word (K2)',
      { ...member, since: day('2010-01-01'), askedFrom: day('2024-11-18') },
      'unconfirmed',
    ],
    ['confirmed since', { ...member, since: day('2010-01-01'), confirmedOn: day('2026-01-01') }, undefined],
    ['moved since', { ...member, since: day('2010-01-01'), changedOn: day('2026-01-01') }, undefined],
  ] as const)('%s', (_, one, reason) => expect(whyHanging(one, rhythm, today)).toBe(reason))
})

test('the latest of joining, change and confirmation counts', () => {
  expect(confirmedOf({ since: day('2020-01-01'), changedOn: day('2022-01-01'), confirmedOn: day('2021-01-01') })).toBe(
    '2022-01-01',
  )
})

test('counts are added one by one and need nobody’s name', () => {
  const rider = { ...member, sex: undefined, category: '新就业形态', employment: '新就业形态（外卖配送）' }
  const three = [member, rider, { ...nowhere, sex: undefined, category: '劳务派遣', since: day('2026-01-01') }]
  expect(three.reduce((sum, one) => counting(sum, one, rhythm, today), nobody)).toEqual({
    members: 3,
    women: 1,
    dispatched: 1,
    newForm: 1,
    stale: 1,
    hanging: 1,
    byEmployment: { 在岗: 2, '新就业形态（外卖配送）': 1 },
  })
})

test.each([
  [183, 200, '91.5%'],
  [0, 200, '0%'],
  [1, undefined, undefined],
  [1, 0, undefined],
])('%s of %s is %s', (numerator, denominator, text) => expect(rateText(numerator, denominator)).toBe(text))
