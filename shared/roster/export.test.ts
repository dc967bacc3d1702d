import { exportFileName, isCheckedUpTo, partsOf, platformLayout, rowsOfFile } from './export'
import type { Layout } from './layout'

describe('only what every level has checked goes up', () => {
  const line = ['factory', 'township', 'county', 'city']
  const checkedAre =
    (...checked: string[]) =>
    (union: string) =>
      checked.includes(union)

  test.each([
    ['its own table needs nobody', 'factory', [], true],
    ['the township has checked the factory', 'township', ['factory'], true],
    ['the township has not', 'township', [], false],
    ['the county has not checked the township', 'county', ['factory'], false],
    ['every level has', 'city', ['factory', 'township', 'county'], true],
    ['whoever is not above has nothing', 'elsewhere', ['factory', 'township', 'county'], false],
  ])('%s', (_, asking, checked, may) => {
    expect(isCheckedUpTo(line, asking, checkedAre(...checked))).toBe(may)
  })
})

test('a file takes so many rows; an empty table is a file as well', () => {
  expect([0, 1, rowsOfFile, rowsOfFile + 1].map(partsOf)).toEqual([1, 1, 1, 2])
})

test('the platform’s table has headings and rows and nothing else', () => {
  const layout: Layout = {
    name: '附件3',
    orientation: 'landscape',
    columns: [{ width: 10 }],
    watermark: '仅供核对',
    lines: [
      { kind: 'title', text: '花名册' },
      { kind: 'head', label: '联系人:', text: '王芳' },
      { kind: 'headings', cells: ['姓名'] },
      { kind: 'row', cells: ['张三'] },
      { kind: 'note', text: '备注' },
    ],
  }
  expect([...platformLayout(layout).lines]).toEqual([
    { kind: 'headings', cells: ['姓名'] },
    { kind: 'row', cells: ['张三'] },
  ])
})

test('a file is called after its annex, its union and its day', () => {
  const of = { annex: 'roster', ofName: '示例/机械工会', day: '2026-11-20' } as const
  expect(exportFileName(of, { part: 0, parts: 1 })).toBe('附件3 会员花名册_示例_机械工会_2026-11-20.xlsx')
  expect(exportFileName(of, { part: 1, parts: 2 })).toBe('附件3 会员花名册_示例_机械工会_2026-11-20_第2部分.xlsx')
})
