import { organisationColumns, rosterColumns } from './annexes'
import { mappingByOrder, suggestOrganisationMapping, suggestRosterMapping } from './mapping'
import { rowOf } from './rows.fixture'

const annex3 = rosterColumns.map(({ heading }) => heading)

describe('where the columns of a roster are', () => {
  test('the annex’s own table, below its title and its head', () => {
    const rows = [rowOf(1, ['长兴县基层工会会员花名册']), rowOf(2, ['工会名称:', '某工会']), rowOf(5, annex3)]
    expect(suggestRosterMapping(rows)).toMatchObject({
      headRow: 5,
      columns: { number: 0, name: 1, sex: 2, idNumber: 3, nationality: 4, office: 10 },
      found: { name: 'heading', office: 'heading' },
      missing: [],
      unknown: [],
    })
  })

  test('another order, other words, stars and remarks, a column that nobody asked for', () => {
    const heads = ['*姓 名', '联系电话（必填）', '身份证号：', '民族', '工作单位', '文化程度']
    expect(suggestRosterMapping([rowOf(1, heads)])).toEqual({
      headRow: 1,
      columns: { name: 0, mobile: 1, idNumber: 2, unit: 4, education: 5 },
      found: { name: 'heading', mobile: 'synonym', idNumber: 'synonym', unit: 'synonym', education: 'synonym' },
      missing: ['number', 'sex', 'nationality', 'household', 'employment', 'office'],
      unknown: ['民族'],
    })
  })

  test('a heading of the annex is taken before another word for the same column', () => {
    expect(suggestRosterMapping([rowOf(1, ['姓名', '电话', '手机号码', '性别'])])?.columns.mobile).toBe(2)
  })

  test('a table without headings suggests nothing; its columns may be taken by their order', () => {
    expect(suggestRosterMapping([rowOf(1, ['1', '王芳', '女', '370202199003070026'])])).toBeUndefined()
    expect(mappingByOrder(rosterColumns)).toMatchObject({ headRow: 0, columns: { number: 0, idNumber: 3, office: 10 } })
  })

  test('headings that stand below the thirtieth row are not looked for', () => {
    const rows = [...Array.from({ length: 30 }, (_, index) => rowOf(index + 1, ['说明'])), rowOf(31, annex3)]
    expect(suggestRosterMapping(rows)).toBeUndefined()
  })
})

test('annex 1 is found by its own headings, and by the words of other tables', () => {
  const heads = organisationColumns.map(({ heading }) => heading)
  expect(suggestOrganisationMapping([rowOf(2, heads)])).toMatchObject({ headRow: 2, missing: [], unknown: [] })
  const other = suggestOrganisationMapping([rowOf(1, ['企业名称', '统一社会信用代码', '工会主席', '电话'])])
  expect(other?.columns).toEqual({ unitName: 0, unitCode: 1, leader: 2, phone: 3 })
})
