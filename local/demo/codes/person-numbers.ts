import type { IsoDate } from '../../../shared/core/time'
import type { Sex } from '../people/names'
import type { Prng } from '../prng'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Invented numbers of every kind of document, each with its form and check digit right (GB 11643-1999; REQUIREMENTS D4). */

export function residentNumber(prng: Prng, county: string, birth: IsoDate, sex: Sex): string {
  return withCheckDigit(`${county}${compact(birth)}${sequence(prng, sex)}`)
}

/** The fifteen digits of cards before 1999: no century, no check digit. */
export function oldResidentNumber(prng: Prng, county: string, birth: IsoDate, sex: Sex): string {
  return `${county}${compact(birth).slice(2)}${sequence(prng, sex)}`
}

/** 港澳台居民居住证. */
export function residencePermitNumber(prng: Prng, birth: IsoDate, sex: Sex): string {
  return withCheckDigit(`${prng.pick(['810000', '820000', '830000'])}${compact(birth)}${sequence(prng, sex)}`)
}

/** 外国人永久居留身份证 of 2023: 9, place, nationality by its three digits, birth, sequence. */
export function permanentResidentNumber(prng: Prng, nationality: string, birth: IsoDate, sex: Sex): string {
  return withCheckDigit(`9${prng.pick(['11', '31', '33', '37'])}${nationality}${compact(birth)}${sequence(prng, sex)}`)
}

/** 外国人永久居留证 of 2017 and before: nationality by its three letters, then twelve digits. */
export function oldPermanentResidentNumber(prng: Prng, nationality: string, birth: IsoDate): string {
  return `${nationality}3702${compact(birth).slice(2)}${prng.digits(2)}`
}

export function passportNumber(prng: Prng): string {
  return `${prng.pick(['K', 'N', 'P', 'X'])}${prng.digits(8)}`
}

export function hongKongPermitNumber(prng: Prng): string {
  return `${prng.pick(['H', 'M'])}${prng.digits(8)}`
}

export function taiwanPermitNumber(prng: Prng): string {
  return `0${prng.digits(7)}`
}

/** 手机号 of the form that is checked for, in the ranges 154 and 142, which no operator gives to people. */
export function mobileNumber(prng: Prng): string {
  return `${prng.pick(['154', '142'])}${prng.digits(8)}`
}

/** ISO 7064 MOD 11-2: the eighteenth character for these seventeen digits. */
export function withCheckDigit(first17: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first17.charAt(at)), 0)
  return first17 + '10X98765432'.charAt(sum % 11)
}

const compact = (birth: IsoDate) => birth.replaceAll('-', '')

/** Odd for men, even for women; 000 is never issued. */
function sequence(prng: Prng, sex: Sex): string {
  return String(prng.whole(0, 449) * 2 + (sex === 'male' ? 1 : 2)).padStart(3, '0')
}
