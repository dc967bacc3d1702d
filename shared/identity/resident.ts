import { calendarDay, type IsoDate } from '../core/time'
import { isCounty } from './counties'
import { maskNumber } from './mask'
import type { PersonIdMisread, PersonIdWarning, ReadPersonId } from './person-id'

/** 18 位号码 per GB 11643-1999, and those built like it. Numbers of rules: docs/rules/identity.md. */
type Kind18 = 'resident18' | 'hmt18' | 'fpr18'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkCharacters = '10X98765432'
const zero = 48
/** The provinces that issue identity cards; 台湾 71 is a statistical code that no card carries, 香港 81, 澳门 82, 台湾 83 stand on residence permits. */
const provinces = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
  64, 65,
])
const permitAreas = new Set(['810000', '820000', '830000'])
const earliestYear = 1900
const nothingToWarn: readonly PersonIdWarning[] = []

/** MOD 11-2 of GB 11643-1999 §4.3: the eighteenth character that belongs to the first seventeen digits. */
export function checkCharacter(first17: string): string {
  let sum = 0
  for (let index = 0; index < 17; index++) sum += (first17.charCodeAt(index) - zero) * (weights[index] ?? 0)
  return checkCharacters.charAt(sum % 11)
}

/** The value is seventeen digits and a digit or X. Rules P2–P6, in this order. */
export function read18(value: string, today: IsoDate): ReadPersonId | PersonIdMisread {
  const kind = kindOf(value)
  const wrongArea = judgeArea(kind, value)
  if (wrongArea !== undefined) return wrongArea
  const birth = calendarDay(Number(value.slice(6, 10)), Number(value.slice(10, 12)), Number(value.slice(12, 14)))
  const wrongBirth = judgeBirth(birth, today)
  if (birth === undefined || wrongBirth !== undefined) return wrongBirth ?? noSuchDay
  if (checkCharacter(value) !== value.charAt(17))
    return { ok: false, reason: 'check-digit', message: '第18位校验码不对，请核对是否抄错一位', at: 17 }
  return {
    ok: true,
    kind,
    value,
    normalised: value,
    masked: maskNumber(value),
    birth,
    sex: value.charCodeAt(16) % 2 === 1 ? 'male' : 'female',
    area: kind === 'fpr18' ? value.slice(1, 3) : value.slice(0, 6),
    ...(kind === 'fpr18' ? {} : { nationality: 'CHN' }),
    warnings: warningsOf(kind, value),
  }
}

function kindOf(value: string): Kind18 {
  const first = value.charCodeAt(0) - zero
  if (first === 9) return 'fpr18'
  return first === 8 ? 'hmt18' : 'resident18'
}

function judgeArea(kind: Kind18, value: string): PersonIdMisread | undefined {
  switch (kind) {
    case 'resident18':
      return provinces.has(Number(value.slice(0, 2)))
        ? undefined
        : { ok: false, reason: 'area', message: '前两位不是省份代码，请对照证件核对开头几位', at: 0 }
    case 'hmt18':
      return permitAreas.has(value.slice(0, 6))
        ? undefined
        : {
            ok: false,
            reason: 'area',
            message: '港澳台居民居住证以 810000、820000 或 830000 开头，请核对前六位',
            at: 0,
          }
    case 'fpr18':
      return undefined
  }
}

const noSuchDay: PersonIdMisread = {
  ok: false,
  reason: 'birth',
  message: '第7到14位是出生年月日，没有这一天，请对照证件核对',
  at: 6,
}

function judgeBirth(birth: IsoDate | undefined, today: IsoDate): PersonIdMisread | undefined {
  if (birth === undefined) return noSuchDay
  if (birth > today)
    return { ok: false, reason: 'birth-in-future', message: '第7到14位的出生日期还没到，请核对', at: 6 }
  if (Number(birth.slice(0, 4)) < earliestYear)
    return {
      ok: false,
      reason: 'birth-too-early',
      message: `第7到10位的出生年份早于 ${earliestYear} 年，请核对`,
      at: 6,
    }
  return undefined
}

/** 15 位旧号: born in the 1900s, brought to 18 digits by the century and the check character (P7). */
export function read15(value: string, today: IsoDate): ReadPersonId | PersonIdMisread {
  const first17 = `${value.slice(0, 6)}19${value.slice(6)}`
  const read = read18(first17 + checkCharacter(first17), today)
  if (read.ok) return { ...read, kind: 'resident15', value, masked: maskNumber(value) }
  if (read.reason === 'area' || read.at !== 6) return read
  return { ...read, message: read.message.replace('第7到14位', '第7到12位').replace('第7到10位', '第7到8位') }
}

/** W1, W2: for officers to look at, never a reason to refuse. */
function warningsOf(kind: Kind18, value: string): readonly PersonIdWarning[] {
  const county = kind !== 'resident18' || isCounty(value.slice(0, 6))
  const sequence = value.slice(14, 17) !== '000'
  if (county && sequence) return nothingToWarn
  return [
    ...(county ? [] : [{ code: 'unknown-county', message: '前六位不在行政区划代码表里，请对照证件核对' } as const]),
    ...(sequence ? [] : [{ code: 'sequence-zero', message: '第15到17位是 000，实际很少见，请对照证件核对' } as const]),
  ]
}
