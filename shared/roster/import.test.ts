import { areColumns, counted, headingOf, noRows, pieceBytes, piecesOf, reasonsOf, together } from './import'

test('a file comes in as many pieces as it needs', () => {
  expect([1, pieceBytes, pieceBytes + 1].map(piecesOf)).toEqual([1, 1, 2])
})

test('outcomes are counted and added up', () => {
  const one = counted(['new', 'new', 'refused'])
  expect(together(one, counted(['same']))).toEqual({ ...noRows, new: 2, same: 1, refused: 1 })
})

test.each([
  ['roster', { name: 0, idNumber: 1 }, true],
  ['roster', { name: 0 }, false],
  ['roster', { name: 0, idNumber: 0 }, false],
  ['roster', { name: 0, idNumber: 1, unitCode: 2 }, false],
  ['organisation', { name: 3 }, true],
  ['organisation', { unitName: 1 }, false],
] as const)('columns of a %s %j can be read: %s', (annex, columns, can) => {
  expect(areColumns(annex, columns)).toBe(can)
})

test('reasons name the columns as the annex does', () => {
  expect(headingOf('organisation', 'unitCode')).toBe('单位组织机构代码证')
  expect(reasonsOf('roster', [{ column: 'idNumber', code: 'in-file-twice', row: 7 }])).toBe(
    '身份证号码：与本文件的另一行重复（第 7 行）',
  )
})
