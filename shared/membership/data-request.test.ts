import { readCorrection } from './data-request'

test.each([
  ['name', ' 欧阳静 ', '欧阳静'],
  ['mobile', '154 2026-0101', '15420260101'],
  ['education', 'college', 'college'],
  ['household', 'rural', 'rural'],
  ['other', '工种写错了，是电焊工', '工种写错了，是电焊工'],
] as const)('%s: %s is taken as %s', (field, typed, value) => {
  expect(readCorrection(field, typed)).toEqual({ ok: true, data: { field, value } })
})

test.each([
  ['name', '静', 'CORRECTION_INVALID'],
  ['name', '长'.repeat(51), 'CORRECTION_INVALID'],
  ['mobile', '12345', 'MOBILE_INVALID'],
  ['education', '大专', 'CORRECTION_INVALID'],
  ['household', '', 'CORRECTION_INVALID'],
  ['other', ' ', 'CORRECTION_INVALID'],
] as const)('%s: %s is not (%s)', (field, typed, code) => {
  expect(readCorrection(field, typed)).toMatchObject({ ok: false, code, field: 'should' })
})
