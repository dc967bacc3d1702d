import fc from 'fast-check'
import { IsoDate } from '../../../shared/core/time'
import { parsePersonId } from '../../../shared/identity/person-id'
import { checkCharacter } from '../../../shared/identity/resident'
import { usccCheckCharacter } from '../../../shared/identity/uscc'
import { nationalityChoices } from '../../../shared/identity/nationalities'
import { Education, Household } from '../../../shared/membership/joining'
import { foundableAlone } from '../../../shared/org/founding'
import { UnionType } from '../../../shared/org/union'
import type { OrganisationEntry } from '../../../shared/roster/organisation-entry'
import { withoutSpaces } from '../../../shared/roster/read-cell'
import type { RosterEntry } from '../../../shared/roster/roster-entry'

export const today = IsoDate.parse('2026-11-20')

/** What somebody may have typed: letters of any script, formulas, quotes, what looks like an escape, in the form in which a row keeps it. */
const awkward = fc.constantFrom(
  '=1+1',
  '+86',
  '-',
  '@',
  "'",
  '"',
  '<b>',
  '&amp;',
  '_x0041_',
  '张 三',
  '阿依古丽·买买提',
  '𠮷',
  '🙂',
  '\t',
)
const text = (longest: number) =>
  fc
    .array(fc.oneof(awkward, fc.string({ unit: 'grapheme', maxLength: 5 })), { minLength: 1, maxLength: 6 })
    .map((parts) => kept(parts.join('').replace(/[\p{Cc}\ufffe\uffff]/gu, ''), longest))
const kept = (typed: string, longest: number) =>
  withoutSpaces(
    [...typed.normalize('NFC')]
      .slice(0, Math.floor(longest / 2))
      .join('')
      .trim(),
  )
const written = (longest: number) =>
  text(longest).filter((any) => any !== '' && kept(any, longest * 2) === any && !/^\d(\.\d+)?E\+?\d+$/i.test(any))
const name = written(50).filter((any) => /\p{L}/u.test(any))

function residentNumber(born: Date, serial: number): string {
  const first = `370202${born.toISOString().slice(0, 10).replace(/-/g, '')}${String(serial).padStart(3, '0')}`
  return first + checkCharacter(first)
}
const numbers = fc.oneof(
  fc
    .tuple(
      fc.date({ min: new Date('1950-01-01'), max: new Date('2008-01-01'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 999 }),
    )
    .map(([born, serial]) => residentNumber(born, serial)),
  fc.integer({ min: 1_000_000, max: 9_999_999 }).map((digits) => `EA${digits}`),
)

/** 花名册行, any that a row could say. */
export const anyRosterEntry: fc.Arbitrary<RosterEntry> = fc
  .record({
    name,
    sex: fc.constantFrom('male', 'female'),
    number: numbers,
    nationality: fc.constantFrom(...nationalityChoices.map(({ value }) => value)),
    education: fc.constantFrom(...Education.options),
    mobile: fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String),
    household: fc.constantFrom(...Household.options),
    unitName: written(60),
    employment: written(30),
    office: fc.oneof(fc.constant(''), written(30)),
  })
  .map(({ number, ...told }) => {
    const id = parsePersonId(number, today)
    if (!id.ok) throw new Error(`${number}: ${id.message}`)
    return { ...told, id, sex: id.sex ?? told.sex, nationality: id.nationality ?? told.nationality }
  })

const codes = fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{9}$/).map((code) => {
  const first = `91370202${code}`
  return first + usccCheckCharacter(first)
})
const types = UnionType.options.filter(
  (type) => !['enterprise', 'institution', 'organ', 'social_organisation'].includes(type),
)

/** Of one unit or of several, with everything told. 单建 takes its kind from the unit. */
const whole: fc.Arbitrary<OrganisationEntry> = fc.record({
  unitName: written(60),
  unitCode: codes,
  unitKind: fc.constant('私营企业' as const),
  address: written(60).filter((any) => any.length >= 4),
  staff: fc.integer({ min: 1, max: 999_999 }),
  name: written(60),
  foundedOn: fc
    .date({ min: new Date('1949-10-01'), max: new Date('2026-11-20'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  type: fc.constantFrom('enterprise', 'joint', 'federation', ...types),
  members: fc.integer({ min: 0, max: 999_999 }),
  leader: name,
  phone: fc.constantFrom('0572-6022447', '13800000001', '0532-85912345-801'),
  remark: fc.oneof(fc.constant(''), written(60)),
})
const alone: readonly string[] = foundableAlone

/** 汇总表行. A union of several units may have neither code nor kind. */
export const anyOrganisationEntry: fc.Arbitrary<OrganisationEntry> = fc
  .tuple(whole, fc.boolean())
  .map(([{ unitKind, ...entry }, bare]) =>
    bare && !alone.includes(entry.type) ? { ...entry, unitCode: '' } : { ...entry, unitKind },
  )
