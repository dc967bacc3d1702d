import { isHeld, type MembershipState } from '../membership/life'
import { educationName, householdName } from '../membership/labels'
import type { Education, Household } from '../membership/joining'
import type { RosterKey } from './annexes'
import type { RowNote } from './import'
import { withoutSpaces } from './read-cell'
import type { RosterEntry } from './roster-entry'
import type { RowProblem } from './row-problems'

/** 所属单位, as the union knows it: one of its units, or a name that it has no record of. */
export interface PlacedUnit {
  readonly unit: string | undefined
  readonly unitName: string
}

/** What a row says of somebody, as far as it can change what is on file; number, sex and country cannot. */
export type RosterFacts = Pick<RosterEntry, 'name' | 'education' | 'household' | 'mobile' | 'employment' | 'office'>

/** Somebody who has this number, as the register has them. */
export interface PersonOnFile extends RosterFacts {
  readonly state: MembershipState
  /** The union that the file is of holds the membership. */
  readonly here: boolean
  /** Somebody’s own WeChat: then the phone is theirs to change. */
  readonly bound: boolean
  readonly moving: boolean
  readonly place: PlacedUnit
}

export interface RosterChange {
  readonly key: RosterKey
  readonly before: string
  readonly after: string
}

export type RosterVerdict =
  | { readonly kind: 'new'; readonly notes: readonly RowNote[] }
  | { readonly kind: 'changed'; readonly changes: readonly RosterChange[]; readonly notes: readonly RowNote[] }
  | { readonly kind: 'same'; readonly notes: readonly RowNote[] }
  | { readonly kind: 'refused'; readonly problem: RowProblem<RosterKey> }

/**
 * 花名册的一行对着登记看 (003 二(六) 避免重复): a number belongs to one person, and a person to one union. Whoever is a member elsewhere moves by 转会, whoever left
 * comes back by an application of their own (入会自愿); a file does neither. The name is compared first, and where it differs one sentence serves for all, so that a
 * number typed with any name tells nothing of whose it is.
 */
export function judgeRosterRow(
  said: RosterFacts,
  place: PlacedUnit,
  known: {
    readonly onFile: PersonOnFile | undefined
    /** Who has an application under this number, by name. */ readonly applicant: string | undefined
  },
): RosterVerdict {
  const { onFile, applicant } = known
  const names = [onFile?.name, applicant].filter((name) => name !== undefined)
  if (names.length > 0 && !names.some((name) => named(name) === named(said.name)))
    return refused('name-differs', 'name')
  const held = onFile !== undefined && isHeld(onFile.state)
  if (!held) {
    if (applicant !== undefined) return refused('applying')
    if (onFile !== undefined) return refused('membership-ended')
    return { kind: 'new', notes: place.unit === undefined ? ['unit-unlisted'] : [] }
  }
  if (!onFile.here) return refused('member-elsewhere')
  const changes = changesOf(said, place, onFile)
  if (onFile.moving && changes.some(({ key }) => key === 'unit')) return refused('moving')
  const notes = notesOf(said, place, onFile)
  return changes.length === 0 ? { kind: 'same', notes } : { kind: 'changed', changes, notes }
}

function refused(code: RowProblem<RosterKey>['code'], column: RosterKey = 'idNumber'): RosterVerdict {
  return { kind: 'refused', problem: { column, code } }
}

const named = (name: string) => withoutSpaces(name.normalize('NFC'))

function changesOf(said: RosterFacts, place: PlacedUnit, onFile: PersonOnFile): readonly RosterChange[] {
  const changes: RosterChange[] = []
  const put = (key: RosterKey, before: string, after: string) => {
    if (before !== after) changes.push({ key, before, after })
  }
  put('education', educationWord(onFile.education), educationWord(said.education))
  if (!onFile.bound) put('mobile', onFile.mobile, said.mobile)
  put('household', householdWord(onFile.household), householdWord(said.household))
  // Whose membership is kept for them has no work that a roster could tell of.
  if (onFile.state === 'active') {
    if (isAnotherUnit(place, onFile.place)) put('unit', onFile.place.unitName, place.unitName)
    if (!saysMore(onFile.employment, said.employment)) put('employment', onFile.employment, said.employment)
  }
  // A file without this column says nothing of offices; an empty cell in it says that there is none.
  if (said.office !== undefined) put('office', onFile.office ?? '', said.office)
  return changes
}

const educationWord = (education: Education) => educationName[education]
const householdWord = (household: Household) => householdName[household]

/** A name that no unit of the union has does not take somebody out of the unit that they are on file with. */
function isAnotherUnit(said: PlacedUnit, onFile: PlacedUnit): boolean {
  if (said.unit !== undefined) return said.unit !== onFile.unit
  return onFile.unit === undefined && said.unitName !== onFile.unitName
}

/** `在岗（编外聘用）` on file says what `在岗` says, and more. */
const saysMore = (onFile: string, said: string) => onFile.startsWith(`${said}（`)

function notesOf(said: RosterFacts, place: PlacedUnit, onFile: PersonOnFile): readonly RowNote[] {
  const notes: RowNote[] = []
  if (onFile.bound && said.mobile !== onFile.mobile) notes.push('mobile-own')
  if (place.unit === undefined && onFile.state === 'active' && place.unitName !== onFile.place.unitName)
    notes.push(onFile.place.unit === undefined ? 'unit-unlisted' : 'unit-kept')
  return notes
}
