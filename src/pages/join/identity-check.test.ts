import { IsoDate } from '../../../shared/core/time'
import type { TypedIdentity } from './answers'
import { asksRetired, checkIdentity, householdOfDocument, identityToSend } from './identity-check'

const today = IsoDate.parse('2026-11-20')
const typed = (change: Partial<TypedIdentity>): TypedIdentity => ({
  name: '王建平',
  document: 'resident',
  number: '370202199003070011',
  mobile: '15420260103',
  ...change,
})

describe('the number tells what is not asked', () => {
  test.each([
    ['a resident’s number', { number: '370202199003070011' }, []],
    ['a residence permit', { number: '810000199408230021' }, []],
    ['a passport', { document: 'passport', number: 'E12345678' }, ['nationality', 'birth', 'sex']],
    ['a permit of Hong Kong', { document: 'hkmacao_permit', number: 'H12345678' }, ['birth', 'sex']],
    ['a permit of Taiwan', { document: 'taiwan_permit', number: '12345678' }, ['birth', 'sex']],
    ['a number that is wrong', { number: '370202199003070010' }, []],
  ] as const)('%s', (_who, change, asked) => {
    expect([...checkIdentity(typed(change), today).asks]).toEqual(asked)
  })
})

describe('each slip shows at its field', () => {
  test.each([
    [{ name: ' ' }, 'name', '请写姓名，和证件上的一样'],
    [{ name: '长'.repeat(51) }, 'name', '姓名最多 50 个字'],
    [{ name: '15420260103' }, 'name', '姓名里不会有数字，请照证件上的写'],
    [{ name: '王建平１' }, 'name', '姓名里不会有数字，请照证件上的写'],
    [{ number: '' }, 'number', '请写证件号码'],
    [{ mobile: '' }, 'mobile', '请写手机号，工会用它联系您'],
    [{ document: 'passport', number: 'E12345678', birth: '1990-03-07', sex: 'male' }, 'nationality', '请选国籍'],
    [
      { document: 'passport', number: 'E12345678', nationality: 'KOR', sex: 'male' },
      'birth',
      '请选出生日期，和证件上的一样',
    ],
    [
      { document: 'passport', number: 'E12345678', nationality: 'KOR', sex: 'male', birth: '2027-01-01' },
      'birth',
      '请选出生日期，和证件上的一样',
    ],
    [{ document: 'passport', number: 'E12345678', nationality: 'KOR', birth: '1990-03-07' }, 'sex', '请选性别'],
  ] as const)('%j → %s: %s', (change, field, message) => {
    const identity = typed(change)
    expect(checkIdentity(identity, today).errors).toEqual({ [field]: message })
    expect(identityToSend(identity, today)).toBeUndefined()
  })

  test.each(['370202199003070010', '37020219900307001', '37020219901307001X', 'E12345678'])(
    '%s is no resident’s number, and the parser says why',
    (number) => {
      expect(checkIdentity(typed({ number }), today).errors.number).toMatch(/\S/)
    },
  )
})

test.each(['李〇', '阿依古丽·买买提', 'MARIA ROSSI', 'O’Neill', '王'])('%s is a name that documents carry', (name) => {
  expect(checkIdentity(typed({ name }), today).errors).toEqual({})
})

test('what the number tells is not sent again', () => {
  const identity = typed({ nationality: 'KOR', birth: '1990-01-01', sex: 'female' })
  expect(identityToSend(identity, today)).toEqual({
    name: '王建平',
    document: 'resident',
    number: '370202199003070011',
    mobile: '15420260103',
  })
})

test.each([
  ['11010519491231002X', true],
  ['370202199003070011', false],
])('%s asks whether retired: %s', (number, asks) => {
  expect(asksRetired({ units: {}, identity: typed({ number }) }, today)).toBe(asks)
})

test.each([
  [{ document: 'passport', number: 'E12345678' }, 'foreign'],
  [{ document: 'hkmacao_permit', number: 'H12345678' }, 'hmt'],
  [{ number: '810000199408230021' }, 'hmt'],
  [{ number: '370202199003070011' }, undefined],
] as const)('the household that the document %j tells is %s', (change, household) => {
  expect(householdOfDocument({ units: {}, identity: typed(change) }, today)).toBe(household)
})
