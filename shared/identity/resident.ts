import { isCalendarDay, judgedDay, type IsoDate } from '../core/time'
import { isCounty } from './counties'
import { maskNumber } from './mask'
import type { PersonIdMisread, PersonIdWarning, ReadPersonId } from './read-person-id'

/** 18 位号码 per GB 11643-1999, and those built like it. Numbers of rules: docs/rules/identity.md. */
type Kind18 = 'resident18' | 'hmt18' | 'fpr18'

const checkCharacters = '10X98765432'
const zero = 48
/** The provinces that issue identity cards; 台湾 71 is a statistical code that no card carries, 香港 81, 澳门 82, 台湾 83 stand on residence permits. */
const provinces = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
  64, 65,
])
const permitAreas = new Set([810000, 820000, 830000])
const earliestYear = 1900
const nothingToWarn: readonly PersonIdWarning[] = []

/** MOD 11-2 of GB 11643-1999 §4.3: the eighteenth character that belongs to the first seventeen digits. Its weights 7, 9, 10 … 4, 2 are powers of two modulo 11. */
export function checkCharacter(first17: string): string {
  let sum = 0
  for (let index = 0; index < 17; index++) sum = (sum + first17.charCodeAt(index) - zero) * 2
  return checkCharacters.charAt(sum % 11)
}

/** The value is seventeen digits and a digit or X. Rules P2–P6, in this order. */
export function read18(value: string, today: IsoDate): ReadPersonId | PersonIdMisread {
  const kind = kindOf(value)
  const wrong = judgeArea(kind, value) ?? judgeBirth(value, today)
  if (wrong !== undefined) return wrong
  if (checkCharacter(value) !== value.charAt(17)) return wrongCheckDigit
  const birth = judgedDay(value, 6)
  const sex = value.charCodeAt(16) % 2 === 1 ? 'male' : 'female'
  const masked = `${value.charAt(0)}****************${value.charAt(17)}`
  const warnings = warningsOf(kind, value)
  if (kind === 'fpr18')
    return { ok: true, kind, value, normalised: value, masked, birth, sex, area: value.slice(1, 3), warnings }
  return {
    ok: true,
    kind,
    value,
    normalised: value,
    masked,
    birth,
    sex,
    area: value.slice(0, 6),
    nationality: 'CHN',
    warnings,
  }
}

function kindOf(value: string): Kind18 {
  const first = value.charCodeAt(0) - zero
  if (first === 9) return 'fpr18'
  return first === 8 ? 'hmt18' : 'resident18'
}

const wrongCheckDigit: PersonIdMisread = {
  ok: false,
  reason: 'check-digit',
  message: '第18位校验码不对，请核对是否抄错一位',
  at: 17,
}
const noProvince: PersonIdMisread = {
  ok: false,
  reason: 'area',
  message: '前两位不是省份代码，请对照证件核对开头几位',
  at: 0,
}
const noPermitArea: PersonIdMisread = {
  ok: false,
  reason: 'area',
  message: '港澳台居民居住证以 810000、820000 或 830000 开头，请核对前六位',
  at: 0,
}
const noSuchDay: PersonIdMisread = {
  ok: false,
  reason: 'birth',
  message: '第7到14位是出生年月日，没有这一天，请对照证件核对',
  at: 6,
}
const birthToCome: PersonIdMisread = {
  ok: false,
  reason: 'birth-in-future',
  message: '第7到14位的出生日期还没到，请核对',
  at: 6,
}
const bornTooEarly: PersonIdMisread = {
  ok: false,
  reason: 'birth-too-early',
  message: `第7到10位的出生年份早于 ${earliestYear} 年，请核对`,
  at: 6,
}

function judgeArea(kind: Kind18, value: string): PersonIdMisread | undefined {
  switch (kind) {
    case 'resident18':
      return provinces.has(digits(value, 0, 2)) ? undefined : noProvince
    case 'hmt18':
      return permitAreas.has(digits(value, 0, 6)) ? undefined : noPermitArea
    case 'fpr18':
      return undefined
  }
}

function judgeBirth(value: string, today: IsoDate): PersonIdMisread | undefined {
  const year = digits(value, 6, 10)
  const month = digits(value, 10, 12)
  const day = digits(value, 12, 14)
  if (!isCalendarDay(year, month, day)) return noSuchDay
  const now = (digits(today, 0, 4) * 100 + digits(today, 5, 7)) * 100 + digits(today, 8, 10)
  if ((year * 100 + month) * 100 + day > now) return birthToCome
  return year < earliestYear ? bornTooEarly : undefined
}

/** 15 位旧号: born in the 1900s, brought to 18 digits by the century and the check character (P7). */
export function read15(value: string, today: IsoDate): ReadPersonId | PersonIdMisread {
  const first17 = `${value.slice(0, 6)}19${value.slice(6)}`
  const read = read18(first17 + checkCharacter(first17), today)
  if (read.ok) return { ...read, kind: 'resident15', value, masked: maskNumber(value) }
  return { ...read, message: read.message.replace('第7到14位', '第7到12位').replace('第7到10位', '第7到8位') }
}

/** W1, W2: for officers to look at, never a reason to refuse. */
function warningsOf(kind: Kind18, value: string): readonly PersonIdWarning[] {
  const county = kind !== 'resident18' || isCounty(digits(value, 0, 6))
  const sequence = digits(value, 14, 17) !== 0
  if (county && sequence) return nothingToWarn
  return [...(county ? [] : [unknownCounty]), ...(sequence ? [] : [sequenceZero])]
}

const unknownCounty: PersonIdWarning = { code: 'unknown-county', message: '前六位不在行政区划代码表里，请对照证件核对' }
const sequenceZero: PersonIdWarning = { code: 'sequence-zero', message: '第15到17位是 000，实际很少见，请对照证件核对' }

/** The number that stands in these places, which are digits. */
function digits(text: string, from: number, until: number): number {
  let value = 0
  for (let at = from; at < until; at++) value = value * 10 + text.charCodeAt(at) - zero
  return value
}
