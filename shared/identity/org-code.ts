import { comparable, longestTyped, type Misread } from './reading'

export interface ReadOrgCode {
  readonly ok: true
  readonly kind: 'orgcode9'
  readonly value: string
  /** Eight characters, hyphen, check character. */
  readonly normalised: string
}

const weights = [3, 7, 9, 10, 5, 8, 4, 2] as const
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** 组织机构代码的校验码: GB 11714-1997, 11 less the weighted sum modulo 11, where 10 is X and 11 is 0. */
export function orgCheckCharacter(first8: string): string {
  let sum = 0
  for (let index = 0; index < 8; index++) sum += alphabet.indexOf(first8.charAt(index)) * (weights[index] ?? 0)
  const check = 11 - (sum % 11)
  if (check === 10) return 'X'
  return check === 11 ? '0' : String(check)
}

/** 组织机构代码, the nine characters that units had before 2015; the hyphen may be left out (O1). Never throws. */
export function parseOrgCode(raw: string): ReadOrgCode | Misread<'empty' | 'length' | 'character' | 'check-digit'> {
  if (raw.length > longestTyped) return { ok: false, reason: 'length', message: '组织机构代码是 9 位，这里太长了' }
  const value = comparable(raw)
  if (value === '') return { ok: false, reason: 'empty', message: '请写组织机构代码' }
  if (value.length !== 9)
    return { ok: false, reason: 'length', message: `组织机构代码要 9 位，现在是 ${value.length} 位，请核对` }
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(value))
    return { ok: false, reason: 'character', message: '组织机构代码是 8 位字母或数字加一位校验码，请核对' }
  if (orgCheckCharacter(value) !== value.charAt(8))
    return { ok: false, reason: 'check-digit', message: '最后一位校验码不对，请核对是否抄错一位' }
  return { ok: true, kind: 'orgcode9', value, normalised: `${value.slice(0, 8)}-${value.slice(8)}` }
}
