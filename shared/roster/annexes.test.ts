import { changxing } from '../policy/packs/changxing'
import {
  letterColumns,
  organisationColumns,
  organisationTitle,
  rosterColumns,
  rosterColumnsOf,
  rosterHeads,
  rosterNotes,
  rosterTitle,
} from './annexes'

/** The lines of seed 003 as they stand there, tabs between the columns. */
const annex1 =
  '序号	单位名称	单位组织机构代码证	单位性质	单位地址	职工人数	工会名称	建会时间	工会类型	会员人数	工会负责人	联系电话	备注'
const annex2 = '序号	姓名	签名	是否注册电子 会员卡(√)	有无微信(√)	序号	姓名	签名	是否注册电子 会员卡(√)	有无微信(√)'
const annex3 = '序号	姓名	性别	身份证号码	国籍	学历	手机号码	户籍类型	所属单位	就业状况	担任工会职务'
const headings = (columns: readonly { heading: string }[]) => columns.map(({ heading }) => heading)

describe('the annexes of 长总工〔2018〕12号', () => {
  test('have the columns of the document, in its order', () => {
    expect(headings(organisationColumns)).toEqual(annex1.split('\t'))
    expect(headings(rosterColumns)).toEqual(annex3.split('\t'))
    const broken = annex2.split('\t').map((heading) => heading.replace(' ', ''))
    expect([...headings(letterColumns), ...headings(letterColumns)]).toEqual(broken)
  })

  test.each([
    ['长兴县', '县总工会组宣部'],
    ['市南区', '区总工会组宣部'],
    ['平度市', '市总工会组宣部'],
    ['', '上级总工会组宣部'],
  ])('the note of a roster of %s sends the third copy to the %s', (place, whom) => {
    expect(rosterNotes(place)).toContain(`一份交给${whom}`)
  })

  test('have its titles in 长兴县, and the three lines above the roster', () => {
    expect(organisationTitle('长兴县')).toBe('长兴县基层工会组织信息采集汇总表')
    expect(rosterTitle('长兴县')).toBe('长兴县基层工会会员花名册')
    expect(Object.values(rosterHeads)).toEqual(['工会名称:', '联系人:', '联系电话:'])
  })

  test('a region prints the columns that its policy names; one that the annex does not have stays empty', () => {
    expect(rosterColumnsOf(changxing.provisions.rosterColumns?.[0]?.value ?? [])).toEqual(rosterColumns)
    expect(rosterColumnsOf(['姓名', '民族'])).toEqual([
      { key: 'name', heading: '姓名', width: 10 },
      { key: undefined, heading: '民族', width: 12 },
    ])
  })
})
