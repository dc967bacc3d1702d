import { comparable, longestTyped, placeIn, type Misread } from './reading'

export interface ReadMobile {
  readonly ok: true
  readonly kind: 'mobile'
  /** As it was typed, narrowed and without what stood in between. */
  readonly value: string
  /** Eleven digits. */
  readonly normalised: string
}

export type MobileReason = 'empty' | 'character' | 'length' | 'prefix'

const eleven = /^1[3-9]\d{9}$/

/** 手机号 of mainland China, 11 digits; +86 and 0086 are taken off (docs/rules/identity.md, M1). Never throws. */
export function parseMobile(raw: string): ReadMobile | Misread<MobileReason> {
  if (eleven.test(raw)) return { ok: true, kind: 'mobile', value: raw, normalised: raw }
  if (raw.length > longestTyped) return { ok: false, reason: 'length', message: '手机号是 11 位数字，这里太长了' }
  const value = comparable(raw)
  if (value === '') return { ok: false, reason: 'empty', message: '请写手机号' }
  const digits = value.replace(/^(\+86|0086|86(?=1\d{10}$))/, '')
  const strange = /\D/.exec(digits)
  if (strange !== null) {
    const at = placeIn(raw, value.length - digits.length + strange.index)
    return { ok: false, reason: 'character', message: '手机号只能是数字，请去掉其他字符', at }
  }
  if (digits.length !== 11)
    return { ok: false, reason: 'length', message: `手机号要 11 位，现在是 ${digits.length} 位，请核对` }
  if (!eleven.test(digits))
    return {
      ok: false,
      reason: 'prefix',
      message: '手机号以 13 到 19 开头，请核对前两位',
      at: placeIn(raw, value.length - 11),
    }
  return { ok: true, kind: 'mobile', value, normalised: digits }
}
