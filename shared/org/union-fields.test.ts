import { IsoDate } from '../core/time'
import { changedFields, firstMissing, readToldField, type ToldField } from './union-fields'

const today = IsoDate.parse('2026-11-18')
const read = (key: ToldField, text: string) => readToldField(key, text, { today, landline: null })
const full = {
  unitName: '长兴苕禾电源有限公司',
  unitCode: '91330522MA2B0XXXX0',
  unitKind: '私营企业',
  address: '雉城街道',
  staff: '200',
  name: '长兴苕禾电源有限公司工会',
  foundedOn: '2010-05-06',
  type: '企业工会',
  members: '183',
  leader: 'union-tiaohe:a',
  phone: '0572-6022447',
}

describe('what a person tells of the 11 fields (003 二(二))', () => {
  test.each([
    ['phone', '0572-6022447', '0572-6022447'],
    ['phone', '05726022447', '05726022447'],
    ['phone', ' 13812345678 ', '13812345678'],
    ['phone', '6022447', undefined],
    ['phone', '12345', undefined],
    ['staff', '007', '7'],
    ['staff', '0', undefined],
    ['staff', '二百', undefined],
    ['foundedOn', '2001-05-06', '2001-05-06'],
    ['foundedOn', '2001-5-6', undefined],
    ['foundedOn', '2001-02-30', undefined],
    ['foundedOn', '2026-11-19', undefined],
    ['unitCode', '91350100M000100Y43', '91350100M000100Y43'],
    ['unitCode', '9135 0100 m000 100y43', '91350100M000100Y43'],
    ['unitCode', '91350100M000100Y44', undefined],
    ['unitCode', '123', undefined],
    ['address', '县', undefined],
    ['address', '雉城街道明珠路 1 号', '雉城街道明珠路 1 号'],
  ] as const)('%s “%s” is read as %s', (key, text, value) => {
    const answer = read(key, text)
    if (value === undefined)
      expect(answer).toMatchObject({ ok: false, code: 'FIELD_INVALID', message: expect.any(String) })
    else expect(answer).toEqual({ ok: true, data: value })
  })
})

describe('what is missing, and what changed', () => {
  test('nothing where all eleven stand', () => expect(firstMissing(full, true)).toBeUndefined())
  test('the first in the order of annex 1', () =>
    expect(firstMissing({ ...full, phone: '', staff: undefined }, true)).toBe('staff'))
  test('a union of several units has no unit, code or nature of its own', () => {
    const joint = { ...full, unitName: undefined, unitCode: undefined, unitKind: undefined }
    expect(firstMissing(joint, false)).toBeUndefined()
    expect(firstMissing(joint, true)).toBe('unitName')
  })
  test('fields that say something else than at the last round', () => {
    expect(changedFields(full, { ...full, staff: '210' })).toEqual([{ key: 'staff', before: '200', after: '210' }])
    expect(changedFields(full, full)).toEqual([])
  })
})

describe('联系电话 without an area code (003 附件1)', () => {
  const huzhou = { areaCode: '0572', digits: 7 } as const
  const city = { areaCode: '0532', digits: 8 } as const
  test.each([
    ['6022447', huzhou, '0572-6022447'],
    ['6022447-801', huzhou, '0572-6022447-801'],
    ['86022447', city, '0532-86022447'],
    ['6022447', city, undefined],
    ['86022447', huzhou, undefined],
    ['6022447', null, undefined],
    ['1022447', huzhou, undefined],
    ['0571-86022447', huzhou, '0571-86022447'],
    ['13812345678', huzhou, '13812345678'],
  ] as const)('%s where %o is the region’s: %s', (typed, landline, value) => {
    const read = readToldField('phone', typed, { today, landline })
    expect(read.ok ? read.data : undefined).toBe(value)
  })
})
