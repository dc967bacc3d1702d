import type { Outcome } from '../core/outcome'
import { hasOwn } from '../core/own'
import type { IsoDate } from '../core/time'
import { foundableAlone } from '../org/founding'
import { readToldField, type FieldRefusal, type ToldField } from '../org/union-fields'
import { unionTypeName, UnionType } from '../org/union'
import { UnitKind } from '../org/unit'
import type { PolicyValues } from '../policy/values'
import type { OrganisationKey } from './annexes'
import type { SheetRow } from './cell'
import { cellOf } from './data-rows'
import type { Mapping } from './mapping'
import { shortText, writtenIn, wrong, type Wrong } from './read-cell'
import type { ProblemCode, RowProblem } from './row-problems'
import { isWhole, rowReader } from './row-reader'

/** 工会类型 as annex 1 asks for it (note 4): 联合工会 and 工会联合会 leave open of what; somebody who registers the union says it then. */
export type ToldUnionType = UnionType | 'joint' | 'federation'

/** 汇总表的一行 (003 附件1): the 11 fields of a union, in normal form. What nobody has told yet is empty, as in our own export; whether it may be is judged against the registry. A union of several units may have no nature of one. */
export interface OrganisationEntry {
  readonly unitName: string
  readonly unitCode: string
  readonly unitKind?: UnitKind | undefined
  readonly address: string
  readonly staff?: number | undefined
  readonly name: string
  readonly foundedOn: string
  readonly type: ToldUnionType
  readonly members: number
  readonly leader: string
  readonly phone: string
  readonly remark: string
}

export type ReadOrganisationRow =
  | { readonly ok: true; readonly entry: OrganisationEntry }
  | { readonly ok: false; readonly problems: readonly RowProblem<OrganisationKey>[] }

export interface OrganisationRules {
  readonly today: IsoDate
  readonly landline: PolicyValues['landline']
}

const longestName = 60
const longestRemark = 200

/** 读汇总表的一行. The fields that a half-year round asks for are judged by its own rules (shared/org/union-fields.ts). */
export function readOrganisationRow(
  row: SheetRow,
  mapping: Mapping<OrganisationKey>,
  rules: OrganisationRules,
): ReadOrganisationRow {
  const { read, problems } = rowReader(row, mapping)
  const field = (key: ToldField, code: ProblemCode) => (text: string) =>
    text === '' ? '' : told(readToldField(key, text, rules), code)
  const named = (text: string) => shortText(text, longestName)
  const unitKind = read('unitKind', isOfSeveral(row, mapping) ? 'optional' : 'needed', (text) =>
    text === '' ? none : (unitKindWritten(text) ?? wrong('unit-kind-unknown')),
  )
  const kind = unitKind === none ? undefined : unitKind
  const staff = read('staff', 'optional', field('staff', 'count-invalid'))
  const fields = {
    unitName: read('unitName', 'needed', named),
    unitCode: read('unitCode', 'optional', field('unitCode', 'code-invalid')),
    address: read('address', 'optional', field('address', 'field-invalid')),
    name: read('name', 'needed', named),
    foundedOn: read('foundedOn', 'optional', (text) => field('foundedOn', 'field-invalid')(isoWritten(text))),
    type: read('type', 'needed', (text) => unionTypeWritten(text, kind) ?? wrong('union-type-unknown')),
    members: read('members', 'needed', (text) => (/^\d{1,7}$/.test(text) ? Number(text) : wrong('count-invalid'))),
    leader: read('leader', 'optional', (text) => (text === '' ? '' : named(text))),
    phone: read('phone', 'optional', field('phone', 'field-invalid')),
    remark: read('remark', 'optional', (text) => (text.length <= longestRemark ? text : wrong('too-long'))),
  }
  const isRead = unitKind !== undefined && staff !== undefined
  if (!isRead || !isWhole<Omit<OrganisationEntry, 'unitKind' | 'staff'>>(fields)) return { ok: false, problems }
  return {
    ok: true,
    entry: {
      ...fields,
      ...(staff === '' ? {} : { staff: Number(staff) }),
      ...(kind === undefined ? {} : { unitKind: kind }),
    },
  }
}

const none = 'none'

/** 联合工会、工会联合会, and what leads others: whatever our own export leaves empty for them, they need not have (firstMissing in shared/org/union-fields.ts). */
function isOfSeveral(row: SheetRow, mapping: Mapping<OrganisationKey>): boolean {
  const written = writtenIn(cellOf(row, mapping, 'type'))
  const type = written.ok ? unionTypeWritten(written.data, undefined) : undefined
  return type !== undefined && !foundableAlone.some((alone) => alone === type)
}

function told(outcome: Outcome<string, FieldRefusal>, code: ProblemCode): string | Wrong {
  return outcome.ok ? outcome.data : wrong(code, outcome.message)
}

/** 建会时间 in the ways people write a day; only `2001-05-06` is asked for (note 3). */
function isoWritten(text: string): string {
  const [, year, month = '', day = ''] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? []
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Note 2 names natures of the economy; the registry names kinds of units. */
const kindInNote: Readonly<Record<string, UnitKind>> = {
  党政机关: '机关',
  国有经济: '国有企业',
  集体经济: '集体企业',
  私营经济: '私营企业',
  联营经济: '联营企业',
  股份制: '股份制企业',
  外商投资: '外商投资企业',
  港澳台投资: '港澳台投资企业',
}
const otherKindWords: Readonly<Record<string, UnitKind>> = {
  行政机关: '机关',
  国有: '国有企业',
  国企: '国有企业',
  国有控股: '国有控股企业',
  集体: '集体企业',
  私营: '私营企业',
  民营: '私营企业',
  民营企业: '私营企业',
  个体: '个体经济',
  个体工商户: '个体经济',
  联营: '联营企业',
  外资企业: '外商投资企业',
  社会团体: '社会组织',
  民办非企业单位: '社会组织',
}

function unitKindWritten(text: string): UnitKind | undefined {
  const listed = UnitKind.safeParse(text)
  if (listed.success) return listed.data
  const words = { ...otherKindWords, ...kindInNote }
  return hasOwn(words, text) ? words[text] : undefined
}

/** 单建 is the union of one unit, and the unit says of which kind. */
function unionTypeWritten(text: string, unitKind: UnitKind | undefined): ToldUnionType | undefined {
  if (/^(单建|单独|独立|单建工会|独立工会)$/.test(text)) return unionOf(unitKind)
  if (/^联合(基层)?工会$/.test(text)) return 'joint'
  if (text === '工会联合会') return 'federation'
  return UnionType.options.find((type) => unionTypeName[type] === text)
}

function unionOf(kind: UnitKind | undefined): UnionType {
  if (kind === '机关') return 'organ'
  if (kind === '事业单位') return 'institution'
  return kind === '社会组织' ? 'social_organisation' : 'enterprise'
}

/** What annex 1 shows of a type: 单建 for the union of one unit, otherwise its own name. */
export function unionTypeShown(type: ToldUnionType): string {
  switch (type) {
    case 'joint':
      return '联合工会'
    case 'federation':
      return '工会联合会'
    case 'enterprise':
    case 'institution':
    case 'organ':
    case 'social_organisation':
      return '单建'
    default:
      return unionTypeName[type]
  }
}

/** 单位性质 as note 2 of annex 1 names it; what it does not name keeps its own name. */
export function unitKindShown(kind: UnitKind): string {
  return Object.keys(kindInNote).find((word) => kindInNote[word] === kind) ?? kind
}
