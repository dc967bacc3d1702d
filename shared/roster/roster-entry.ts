import { yearsBetween, type IsoDate } from '../core/time'
import { parseMobile } from '../identity/mobile'
import { parsePersonId } from '../identity/person-id'
import type { ReadPersonId } from '../identity/read-person-id'
import type { Education, Household } from '../membership/joining'
import type { PolicyValues } from '../policy/values'
import type { RosterKey } from './annexes'
import type { SheetRow } from './cell'
import { educationWritten, householdWritten, sexWritten } from './choices'
import { nationalityNamed } from './country'
import type { Mapping } from './mapping'
import { shortText, withoutSpaces, wrong, type Wrong } from './read-cell'
import type { RowProblem } from './row-problems'
import { isWhole, rowReader } from './row-reader'

/** 花名册行 (003 附件3), read: what a row says of somebody, in the words of this system. 序号 only orders the paper. */
export interface RosterEntry {
  readonly name: string
  readonly sex: 'male' | 'female'
  readonly id: ReadPersonId
  /** ISO 3166-1 alpha-3. */
  readonly nationality: string
  readonly education: Education
  readonly mobile: string
  readonly household: Household
  readonly unitName: string
  readonly employment: string
  /** 担任工会职务, as written; empty where there is none, absent where the file does not tell of any. */
  readonly office?: string | undefined
}

export type ReadRosterRow =
  | { readonly ok: true; readonly entry: RosterEntry }
  | { readonly ok: false; readonly problems: readonly RowProblem<RosterKey>[] }

export interface RosterRules {
  readonly today: IsoDate
  readonly minAge: PolicyValues['minAge']
}

const longestName = 50
const longestUnit = 60
const longestWord = 30

/** 读花名册的一行: the entry, or everything that is wrong with it, column by column in the order of the annex. */
export function readRosterRow(row: SheetRow, mapping: Mapping<RosterKey>, rules: RosterRules): ReadRosterRow {
  const { read, judged, problems } = rowReader(row, mapping)
  const name = read('name', 'needed', nameRule)
  const toldSex = read('sex', 'optional', (text) => (text === '' ? untold : (sexWritten(text) ?? wrong('sex-invalid'))))
  const id = read('idNumber', 'needed', (text) => idRule(text, rules))
  const toldNationality = read('nationality', 'optional', (text) =>
    text === '' ? untold : (nationalityNamed(text) ?? wrong('nationality-unknown')),
  )
  const fields = {
    name,
    sex: judged('sex', id && toldSex && agreedSex(toldSex, id)),
    id,
    nationality: judged('nationality', id && toldNationality && agreedNationality(toldNationality, id)),
    education: read('education', 'needed', (text) => educationWritten(text) ?? wrong('education-unknown')),
    mobile: read('mobile', 'needed', mobileRule),
    household: read('household', 'needed', (text) => householdWritten(text) ?? wrong('household-unknown')),
    unitName: read('unit', 'needed', (text) => shortText(text, longestUnit)),
    employment: read('employment', 'needed', (text) => shortText(text, longestWord)),
    office: read('office', 'optional', (text) => shortText(text, longestWord)),
  }
  if (!isWhole<RosterEntry>(fields)) return { ok: false, problems }
  const { office: _, ...others } = fields
  return { ok: true, entry: mapping.columns.office === undefined ? others : fields }
}

const untold = 'untold'

function nameRule(text: string): string | Wrong {
  const name = withoutSpaces(text)
  return /\p{L}/u.test(name) && name.length <= longestName ? name : wrong('name-invalid')
}

/** A number whose last three digits are noughts and whose check character is wrong went through a spreadsheet's number. */
function idRule(text: string, { today, minAge }: RosterRules): ReadPersonId | Wrong {
  const id = parsePersonId(text, today)
  if (!id.ok)
    return id.reason === 'check-digit' && text.endsWith('000')
      ? wrong('digits-lost')
      : wrong('number-invalid', id.message)
  return id.birth !== undefined && yearsBetween(id.birth, today) < minAge ? wrong('under-age') : id
}

function mobileRule(text: string): string | Wrong {
  const mobile = parseMobile(text)
  return mobile.ok ? mobile.normalised : wrong('mobile-invalid', mobile.message)
}

/** 性别须与号码第 17 位一致 (ROS-02); where the number does not tell, the row has to. */
function agreedSex(sex: 'male' | 'female' | typeof untold, id: ReadPersonId): 'male' | 'female' | Wrong {
  if (sex === untold) return id.sex ?? wrong('missing')
  return id.sex === undefined || id.sex === sex ? sex : wrong('sex-disagrees')
}

function agreedNationality(nationality: string, id: ReadPersonId): string | Wrong {
  if (nationality === untold) return id.nationality ?? wrong('missing')
  return id.nationality === undefined || id.nationality === nationality ? nationality : wrong('nationality-disagrees')
}
