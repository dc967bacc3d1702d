import { IsoDate } from '../core/time'
import { refuse, succeed, type Outcome } from '../core/outcome'
import { unreachable } from '../core/unreachable'
import { parseMobile } from '../identity/mobile'
import { parseOrgCode } from '../identity/org-code'
import { comparable } from '../identity/reading'
import { parseUscc } from '../identity/uscc'
import type { PolicyValues } from '../policy/values'

/**
 * 工会实名制登记的 11 项 (003 二(二)), in the order of annex 1. `told` is what a person must say; the others are on file with the unit or the union’s founding,
 * or are computed: 会员人数 from the roster, 工会负责人 from who is in office.
 */
export const unionFieldNames = {
  unitName: '单位名称',
  unitCode: '统一社会信用代码（组织机构代码）',
  unitKind: '单位性质',
  address: '地址',
  staff: '职工人数',
  name: '工会名称',
  foundedOn: '建会时间',
  type: '工会类型',
  members: '会员人数',
  leader: '工会负责人',
  phone: '联系电话',
} as const
export type UnionFieldKey = keyof typeof unionFieldNames
export const unionFieldKeys = [
  'unitName',
  'unitCode',
  'unitKind',
  'address',
  'staff',
  'name',
  'foundedOn',
  'type',
  'members',
  'leader',
  'phone',
] as const satisfies readonly UnionFieldKey[]

export const toldFields = ['unitCode', 'address', 'staff', 'foundedOn', 'phone'] as const
export type ToldField = (typeof toldFields)[number]

/** What stands in each field; undefined where nothing does. */
export type UnionFields = { readonly [Key in UnionFieldKey]?: string | undefined }

/** The first of the 11 fields that is empty, in the order of annex 1. A union of several units has no unit, no code and no nature of one. */
export function firstMissing(fields: UnionFields, hasUnit: boolean): UnionFieldKey | undefined {
  const ofUnit: readonly string[] = ['unitName', 'unitCode', 'unitKind']
  return unionFieldKeys.find(
    (key) => (hasUnit || !ofUnit.includes(key)) && (fields[key] === undefined || fields[key] === ''),
  )
}

export interface FieldChange {
  readonly key: UnionFieldKey
  readonly before: string | undefined
  readonly after: string | undefined
}

/** 与上次核对相比: fields that say something else now. */
export function changedFields(before: UnionFields, now: UnionFields): readonly FieldChange[] {
  return unionFieldKeys
    .filter((key) => (before[key] ?? '') !== (now[key] ?? ''))
    .map((key) => ({ key, before: before[key], after: now[key] }))
}

export type FieldRefusal = 'FIELD_INVALID'

/** What the reading of a field depends on. */
export interface ReadingFields {
  readonly today: IsoDate
  readonly landline: PolicyValues['landline']
}

/** 填的对不对; the value in normal form, or a sentence that says how to mend it. */
export function readToldField(
  key: ToldField,
  raw: string,
  { today, landline }: ReadingFields,
): Outcome<string, FieldRefusal> {
  const text = raw.trim()
  switch (key) {
    case 'unitCode':
      return readCode(text)
    case 'address':
      return text.length >= 4 && text.length <= 100 ? succeed(text) : wrong('请写清楚地址，4 到 100 个字')
    case 'staff':
      return /^\d{1,6}$/.test(text) && Number(text) > 0
        ? succeed(String(Number(text)))
        : wrong('请写职工人数，要是大于 0 的整数')
    case 'foundedOn':
      return readDay(text, today)
    case 'phone':
      return readPhone(text, landline)
    default:
      return unreachable(key)
  }
}

function readCode(text: string): Outcome<string, FieldRefusal> {
  if (comparable(text).length === 9) {
    const org = parseOrgCode(text)
    return org.ok ? succeed(org.normalised) : wrong(org.message)
  }
  const uscc = parseUscc(text)
  return uscc.ok ? succeed(uscc.normalised) : wrong(uscc.message)
}

/** 以 2001-05-06 的格式 (003 附件1 note 3). */
function readDay(text: string, today: IsoDate): Outcome<string, FieldRefusal> {
  const day = IsoDate.safeParse(text)
  if (!day.success) return wrong('请按 2001-05-06 的格式写建会时间')
  return day.data <= today && day.data >= '1921-01-01' ? succeed(day.data) : wrong('建会时间不能晚于今天')
}

const localLine = /^([2-9]\d{6,7})(-\d{1,6})?$/
const landLine = /^0\d{2,3}-?[2-9]\d{6,7}(-\d{1,6})?$/

/** A mobile number, or a land line; one without an area code gets the region’s (003 附件1 gives “6022447” as its example). */
function readPhone(text: string, landline: PolicyValues['landline']): Outcome<string, FieldRefusal> {
  if (landLine.test(text)) return succeed(text)
  const local = localLine.exec(text)?.[1]
  if (local !== undefined && landline !== null)
    return local.length === landline.digits
      ? succeed(`${landline.areaCode}-${text}`)
      : wrong(`本地座机是 ${landline.digits} 位，现在是 ${local.length} 位；外地座机请带区号`)
  const mobile = parseMobile(text)
  return mobile.ok ? succeed(mobile.normalised) : wrong('请填手机号，或带区号的座机，例如 0572-6022447')
}

function wrong(message: string) {
  return refuse('FIELD_INVALID' as const, { message })
}
