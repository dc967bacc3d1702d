import { comparable, longestTyped, placeIn, type Misread } from './reading'
import { hasOwn } from '../core/own'

/** 登记管理部门, the first character (GB 32100-2015, annex A, and its additions). */
export const departments = {
  '1': '机构编制',
  '2': '外交',
  '3': '司法行政',
  '4': '文化',
  '5': '民政',
  '6': '旅游',
  '7': '宗教',
  '8': '工会',
  '9': '市场监管',
  A: '中央军委改革和编制办公室',
  N: '农业农村',
  Y: '其他',
} as const
export type Department = keyof typeof departments

export interface ReadUscc {
  readonly ok: true
  readonly kind: 'uscc'
  readonly value: string
  readonly normalised: string
  readonly department: Department
  /** 机构类别, the second character: of unions 1 is 基层工会, 9 其他. */
  readonly category: string
  /** Six digits of the place of registration. */
  readonly region: string
  /** The nine characters of the organisation code inside. */
  readonly orgCode: string
  /** Of a union with legal personality: 81 or 89. */
  readonly union: boolean
}

export type UsccReason = 'empty' | 'length' | 'character' | 'department' | 'check-digit'

/** Only a wrong check digit may be overridden, in writing, by a registrar: really existing codes fail it (S4). */
export interface UsccMisread extends Misread<UsccReason> {
  readonly overridable: boolean
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const
const form = /^[0-9ANY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/** MOD 31-3 of GB 32100-2015 §5: the eighteenth character that belongs to the first seventeen. */
export function usccCheckCharacter(first17: string): string {
  let sum = 0
  for (let index = 0; index < 17; index++) sum += alphabet.indexOf(first17.charAt(index)) * (weights[index] ?? 0)
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/** 统一社会信用代码 per GB 32100-2015 (S1–S4). Never throws. */
export function parseUscc(raw: string): ReadUscc | UsccMisread {
  if (raw.length > longestTyped) return misread('length', '统一社会信用代码是 18 位，这里太长了')
  const value = comparable(raw)
  if (value === '') return misread('empty', '请写统一社会信用代码')
  const confusing = /[IOSVZ]/.exec(value)
  if (confusing !== null) {
    return misread(
      'character',
      `代码里没有字母 I、O、S、V、Z，第${confusing.index + 1}位请核对是不是数字 1、0、5、2`,
      placeIn(raw, confusing.index),
    )
  }
  const strange = /[^0-9A-Z]/.exec(value)
  if (strange !== null)
    return misread('character', `代码只有数字和大写字母，第${strange.index + 1}位不对`, placeIn(raw, strange.index))
  if (value.length !== 18) return misread('length', `统一社会信用代码要 18 位，现在是 ${value.length} 位，请核对`)
  const department = departmentOf(value.charAt(0))
  if (department === undefined) return misread('department', '第1位不是登记管理部门代码，请核对', placeIn(raw, 0))
  if (!form.test(value)) return misread('character', '第3到8位要是数字（登记地区划），请核对', placeIn(raw, 2))
  if (usccCheckCharacter(value) !== value.charAt(17)) {
    return {
      ...misread(
        'check-digit',
        '第18位校验码不对，请核对是否抄错一位；证书上确实如此的，登记人可以写明情况后保留',
        placeIn(raw, 17),
      ),
      overridable: true,
    }
  }
  const category = value.charAt(1)
  return {
    ok: true,
    kind: 'uscc',
    value,
    normalised: value,
    department,
    category,
    region: value.slice(2, 8),
    orgCode: value.slice(8, 17),
    union: department === '8' && (category === '1' || category === '9'),
  }
}

function departmentOf(first: string): Department | undefined {
  return hasOwn(departments, first) ? (first as Department) : undefined
}

function misread(reason: UsccReason, message: string, at?: number): UsccMisread {
  return { ok: false, reason, message, overridable: false, ...(at === undefined ? {} : { at }) }
}
