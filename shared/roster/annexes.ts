/**
 * 附件 1、2、3 of 长总工〔2018〕12号 (seed 003) as data: titles, heads, columns and notes with the words and the order of the document. Its notes also ask to mail
 * the tables, with every identity number, to a mailbox; that part is not repeated (REQUIREMENTS SEC-05).
 */

/** 列: `width` in characters of a spreadsheet; `digits`: a number that is no quantity, and must stay a text when somebody edits it. */
export interface AnnexColumn<Key extends string> {
  readonly key: Key
  readonly heading: string
  readonly width: number
  readonly digits?: true
}

/** 附件 1: 序号, the 11 fields of 二(二), and 备注. */
export type OrganisationKey =
  | 'number'
  | 'unitName'
  | 'unitCode'
  | 'unitKind'
  | 'address'
  | 'staff'
  | 'name'
  | 'foundedOn'
  | 'type'
  | 'members'
  | 'leader'
  | 'phone'
  | 'remark'

export const organisationColumns: readonly AnnexColumn<OrganisationKey>[] = [
  { key: 'number', heading: '序号', width: 6 },
  { key: 'unitName', heading: '单位名称', width: 26 },
  { key: 'unitCode', heading: '单位组织机构代码证', width: 22, digits: true },
  { key: 'unitKind', heading: '单位性质', width: 12 },
  { key: 'address', heading: '单位地址', width: 26 },
  { key: 'staff', heading: '职工人数', width: 9 },
  { key: 'name', heading: '工会名称', width: 26 },
  { key: 'foundedOn', heading: '建会时间', width: 12 },
  { key: 'type', heading: '工会类型', width: 12 },
  { key: 'members', heading: '会员人数', width: 9 },
  { key: 'leader', heading: '工会负责人', width: 11 },
  { key: 'phone', heading: '联系电话', width: 15, digits: true },
  { key: 'remark', heading: '备注', width: 12 },
]

/** 附件 2: printed as two blocks side by side. */
export type LetterKey = 'number' | 'name' | 'signature' | 'card' | 'wechat'

export const letterColumns: readonly AnnexColumn<LetterKey>[] = [
  { key: 'number', heading: '序号', width: 6 },
  { key: 'name', heading: '姓名', width: 10 },
  { key: 'signature', heading: '签名', width: 14 },
  { key: 'card', heading: '是否注册电子会员卡(√)', width: 12 },
  { key: 'wechat', heading: '有无微信(√)', width: 8 },
]

/** 附件 3. */
export type RosterKey =
  | 'number'
  | 'name'
  | 'sex'
  | 'idNumber'
  | 'nationality'
  | 'education'
  | 'mobile'
  | 'household'
  | 'unit'
  | 'employment'
  | 'office'

export const rosterColumns: readonly AnnexColumn<RosterKey>[] = [
  { key: 'number', heading: '序号', width: 6 },
  { key: 'name', heading: '姓名', width: 10 },
  { key: 'sex', heading: '性别', width: 6 },
  { key: 'idNumber', heading: '身份证号码', width: 21, digits: true },
  { key: 'nationality', heading: '国籍', width: 8 },
  { key: 'education', heading: '学历', width: 11 },
  { key: 'mobile', heading: '手机号码', width: 14, digits: true },
  { key: 'household', heading: '户籍类型', width: 15 },
  { key: 'unit', heading: '所属单位', width: 26 },
  { key: 'employment', heading: '就业状况', width: 14 },
  { key: 'office', heading: '担任工会职务', width: 14 },
]

/** 表头: the three lines above the columns of 附件 3. */
export const rosterHeads = { unionName: '工会名称:', contact: '联系人:', phone: '联系电话:' } as const

/** 标题: of 附件 1 and 3, which begin with the name of the place (长兴县). 附件 2 has the title of its letter. */
export const organisationTitle = (place: string) => `${place}基层工会组织信息采集汇总表`
export const rosterTitle = (place: string) => `${place}基层工会会员花名册`

export const organisationNotes =
  '备注：1. 单位性质：党政机关、事业单位、国有经济、集体经济、私营经济、个体经济、联营经济、股份制、外商投资、港澳台投资等；2. 建会时间：以“2001-05-06”的格式填写；3. 工会类型：单建、联合工会、工会联合会等。'
export const letterNotes = '备注：《中华全国总工会入会申请书》一式两份，一份留存在基层工会，一份留存在上级工会。'
/** 县、区、市: whichever its place is, so is the general union that gets the third copy. */
const kindOfPlace = (place: string) => /[县区市]$/.exec(place)?.[0] ?? '上级'
export const rosterNotes = (place: string) =>
  `备注: 《${rosterTitle(place)}》纸质稿一式三份, 一份留存在基层工会, 一份留存在上级工会, 一份交给${kindOfPlace(place)}总工会组宣部。`

/** 一列 as it is printed: one that annex 3 does not have stays empty. */
export interface PrintedColumn extends Omit<AnnexColumn<RosterKey>, 'key'> {
  readonly key: RosterKey | undefined
}

/** 花名册列 of a region (policy `rosterColumns`), in its printed order. */
export function rosterColumnsOf(headings: readonly string[]): readonly PrintedColumn[] {
  return headings.map(
    (heading) => rosterColumns.find((column) => column.heading === heading) ?? { key: undefined, heading, width: 12 },
  )
}
