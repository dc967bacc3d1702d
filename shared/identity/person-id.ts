import type { IsoDate } from '../core/time'
import type { DocumentChoice } from '../membership/joining'
import { readForeign } from './foreign'
import type { PersonIdMisread, ReadPersonId } from './read-person-id'
import { comparable, longestTyped, placeIn } from './reading'
import { read15, read18 } from './resident'

const eighteen = /^\d{17}[\dX]$/
const fifteen = /^\d{15}$/

/**
 * 读证件号码: never throws, whatever was typed. `today` is the day in China, against which a birth date is judged. With `document` the number has to be of that
 * document; without it the kind is found from the form of the number.
 */
export function parsePersonId(raw: string, today: IsoDate, document?: DocumentChoice): ReadPersonId | PersonIdMisread {
  if (raw.length > longestTyped) return { ok: false, reason: 'length', message: '号码太长了，请只写证件号码' }
  if (eighteen.test(raw) && (document === undefined || document === cardLike(raw))) return read18(raw, today)
  const value = comparable(raw)
  if (value === '') return { ok: false, reason: 'empty', message: '请写证件号码' }
  const read = readValue(value, today, document)
  if (read.ok || read.at === undefined) return read
  return { ...read, at: placeIn(raw, read.at) }
}

function readValue(
  value: string,
  today: IsoDate,
  document: DocumentChoice | undefined,
): ReadPersonId | PersonIdMisread {
  const like = documentLike(value)
  if (document !== undefined && like !== undefined && !agrees(document, like, value)) return otherDocument(like, value)
  if (eighteen.test(value)) return read18(value, today)
  if (fifteen.test(value) && document !== 'passport') return read15(value, today)
  return document === 'resident' || (document === undefined && like === undefined)
    ? misreadResident(value)
    : readForeign(value, document)
}

/** Of the cards with eighteen characters, those of foreigners begin with 9. */
function cardLike(value: string): 'resident' | 'permanent_resident' {
  return value.startsWith('9') ? 'permanent_resident' : 'resident'
}

/** What document a number of this form is on, where the form leaves no doubt. */
function documentLike(value: string): DocumentChoice | undefined {
  if (eighteen.test(value)) return cardLike(value)
  if (fifteen.test(value)) return 'resident'
  if (/^[A-Z]{3}\d{12}$/.test(value)) return 'permanent_resident'
  if (/^[HM]\d{8}(\d{2})?$/.test(value)) return 'hkmacao_permit'
  if (/^\d{8}$/.test(value) || /^\d{10}[A-Z]$/.test(value)) return 'taiwan_permit'
  return /^(?=.*[A-Z])[A-Z0-9]{5,17}$/.test(value) && !/^\d{16}X?$/.test(value) ? 'passport' : undefined
}

/** A passport may look like anything shorter than an identity card; every other document has a form of its own. */
function agrees(document: DocumentChoice, like: DocumentChoice, value: string): boolean {
  return (
    document === like ||
    (document === 'passport' && value.length <= 17 && !fifteen.test(value)) ||
    (like === 'passport' && document !== 'resident')
  )
}

const documentNames: Readonly<Record<DocumentChoice, string>> = {
  resident: '身份证或港澳台居民居住证',
  permanent_resident: '外国人永久居留身份证',
  passport: '护照',
  hkmacao_permit: '港澳居民来往内地通行证',
  taiwan_permit: '台湾居民来往大陆通行证',
}

function otherDocument(like: DocumentChoice, value: string): PersonIdMisread {
  const passportForm = like === 'passport' && /^[A-Z]{1,2}\d{6,8}$/.test(value)
  if ((like === 'passport' && !passportForm) || like === 'taiwan_permit') return misreadResident(value)
  return {
    ok: false,
    reason: 'other-document',
    message: `这像是${documentNames[like]}的号码，请在上面改选证件，或核对号码`,
  }
}

/** The nearest thing to an identity number that this could be, and what is wrong with it. */
function misreadResident(value: string): PersonIdMisread {
  const strange = /[^\d]/.exec(value.endsWith('X') ? value.slice(0, -1) : value)
  if (strange !== null)
    return {
      ok: false,
      reason: 'character',
      message: `身份证号码只有数字，最后一位可以是 X；第${strange.index + 1}位不对`,
      at: strange.index,
    }
  return {
    ok: false,
    reason: 'length',
    message: `身份证号码要 18 位，现在是 ${value.length} 位，请核对`,
    at: Math.min(value.length, 18) - 1,
  }
}
