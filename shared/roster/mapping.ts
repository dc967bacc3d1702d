import { shown, type SheetRow } from './cell'
import type { AnnexColumn, OrganisationKey, RosterKey } from './annexes'
import { organisationColumns, rosterColumns } from './annexes'

/** 列对应: in which row the headings stand, and which column of the file holds which of the annex, counted from 0. */
export interface Mapping<Key extends string> {
  readonly headRow: number
  readonly columns: Readonly<Partial<Record<Key, number>>>
}

/** 建议的列对应, for somebody to confirm or change. */
export interface SuggestedMapping<Key extends string> extends Mapping<Key> {
  /** How each column was found: by the annex's own heading, or by another word for it. */
  readonly found: Readonly<Partial<Record<Key, 'heading' | 'synonym'>>>
  /** Columns of the annex that the file does not have, and headings of the file that nothing is known of. */
  readonly missing: readonly Key[]
  readonly unknown: readonly string[]
}

/** Other words that tables in use have for a column. */
type Synonyms<Key extends string> = Readonly<Partial<Record<Key, readonly string[]>>>

const rosterSynonyms: Synonyms<RosterKey> = {
  number: ['编号', '序'],
  name: ['会员姓名', '职工姓名', '名字'],
  idNumber: ['身份证号', '身份证', '证件号码', '证件号', '公民身份号码', '居民身份证号码'],
  nationality: ['国家', '国别', '国籍地区'],
  education: ['文化程度', '最高学历', '学历层次'],
  mobile: ['手机', '手机号', '联系电话', '电话', '移动电话', '联系方式', '电话号码'],
  household: ['户籍', '户籍性质', '户口性质', '户口类型', '户籍类别'],
  unit: ['单位', '单位名称', '工作单位', '所在单位', '部门'],
  employment: ['就业状态', '就业情况', '用工形式'],
  office: ['工会职务', '职务', '工会任职'],
}

const organisationSynonyms: Synonyms<OrganisationKey> = {
  number: ['编号', '序'],
  unitName: ['单位', '企业名称', '单位全称'],
  unitCode: ['统一社会信用代码', '社会信用代码', '信用代码', '组织机构代码', '单位组织机构代码', '机构代码证'],
  unitKind: ['企业性质', '单位类型', '经济类型'],
  address: ['地址', '详细地址', '单位详细地址'],
  staff: ['职工数', '员工人数', '职工总数'],
  name: ['基层工会名称', '工会全称'],
  foundedOn: ['建会日期', '成立时间', '工会成立时间', '建会年月'],
  type: ['工会类别', '建会形式', '组建形式'],
  members: ['会员数', '工会会员人数', '会员总数'],
  leader: ['工会主席', '主席', '负责人', '主席姓名'],
  phone: ['电话', '联系方式', '手机', '手机号码'],
  remark: ['说明'],
}

/** A table is found in its first rows, below a title and a head; by fewer words it might be anything. */
const headWithin = 30
const fewestColumns = 3

/** 花名册 (附件 3): where its columns are in these first rows of a file. */
export const suggestRosterMapping = (rows: readonly SheetRow[]) => suggestMapping(rows, rosterColumns, rosterSynonyms)

/** 汇总表 (附件 1). */
export const suggestOrganisationMapping = (rows: readonly SheetRow[]) =>
  suggestMapping(rows, organisationColumns, organisationSynonyms)

/** The row with the most headings that are known; nothing where no row has enough. */
function suggestMapping<Key extends string>(
  rows: readonly SheetRow[],
  columns: readonly AnnexColumn<Key>[],
  synonyms: Synonyms<Key>,
): SuggestedMapping<Key> | undefined {
  let best: SuggestedMapping<Key> | undefined
  for (const row of rows.slice(0, headWithin)) {
    const mapping = mappingOf(row, columns, synonyms)
    if (columns.length - mapping.missing.length < fewestColumns) continue
    if (best === undefined || mapping.missing.length < best.missing.length) best = mapping
  }
  return best
}

function mappingOf<Key extends string>(
  row: SheetRow,
  columns: readonly AnnexColumn<Key>[],
  synonyms: Synonyms<Key>,
): SuggestedMapping<Key> {
  const headings = row.cells.map((cell) => compared(shown(cell)))
  const taken = new Set<number>()
  const places: Partial<Record<Key, number>> = {}
  const found: Partial<Record<Key, 'heading' | 'synonym'>> = {}
  const seek = (key: Key, words: readonly string[], how: 'heading' | 'synonym') => {
    const at = headings.findIndex((heading, column) => !taken.has(column) && words.includes(heading))
    if (places[key] !== undefined || at === -1) return
    taken.add(at)
    places[key] = at
    found[key] = how
  }
  for (const { key, heading } of columns) seek(key, [compared(heading)], 'heading')
  for (const { key } of columns) seek(key, synonyms[key] ?? [], 'synonym')
  return {
    headRow: row.number,
    columns: places,
    found,
    missing: columns.map(({ key }) => key).filter((key) => places[key] === undefined),
    unknown: headings.filter((heading, column) => heading !== '' && !taken.has(column)),
  }
}

/** A heading without what writers put around it: spaces, a star for “required”, a remark in brackets, a colon. */
function compared(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s*:·、]/g, '')
}

/** By its place alone: the order of the annex, for a file without headings. `headRow` 0 is no row. */
export function mappingByOrder<Key extends string>(columns: readonly AnnexColumn<Key>[]): Mapping<Key> {
  const places: Partial<Record<Key, number>> = {}
  for (const [index, { key }] of columns.entries()) places[key] = index
  return { headRow: 0, columns: places }
}
