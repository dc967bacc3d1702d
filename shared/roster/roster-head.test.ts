import { namesAnother, readRosterHead } from './roster-head'
import { rowOf } from './rows.fixture'

const said = { unionName: '示例机械有限公司工会', contact: '王芳', phone: '0572-6022447' }

test.each([
  [
    'beside their labels',
    [
      ['工会名称:', '', said.unionName],
      ['联系人:', '', said.contact],
      ['联系电话:', '', said.phone],
    ],
  ],
  ['in the same cells', [['工会名称：示例机械有限公司工会', '', '联系人： 王芳', '联系电话:0572-6022447']]],
  ['with spaces in the labels', [['工会名称:', said.unionName, '联 系 人:', said.contact, '联系电话:', said.phone]]],
])('the head of a roster is read %s', (_, lines) => {
  const rows = [rowOf(1, ['长兴县基层工会会员花名册']), ...lines.map((cells, index) => rowOf(index + 2, cells))]
  expect(readRosterHead(rows, 6)).toEqual(said)
})

test('what it does not say is empty, and a heading of the table is no head', () => {
  const rows = [rowOf(1, ['工会名称:']), rowOf(2, ['姓名', '联系电话']), rowOf(3, ['王芳', '13800000001'])]
  expect(readRosterHead(rows, 2)).toEqual({ unionName: '', contact: '', phone: '' })
})

test.each([
  ['another union', '示例机械有限公司工会', '别的公司工会', true],
  ['this one, spaced and with brackets of another width', '示例（长兴） 工会', '示例(长兴)工会', false],
  ['none', '', '示例机械有限公司工会', false],
])('a table whose head names %s', (_, unionName, own, expected) => {
  expect(namesAnother({ unionName }, own)).toBe(expected)
})
