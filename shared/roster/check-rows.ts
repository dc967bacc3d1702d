import type { OrganisationKey, RosterKey } from './annexes'
import type { SheetRow } from './cell'
import { isDataRow } from './data-rows'
import { organisationKeyOf, personKeyOf, seenBefore } from './in-file-twice'
import type { Mapping } from './mapping'
import { readOrganisationRow, type OrganisationEntry, type OrganisationRules } from './organisation-entry'
import { readRosterRow, type ReadRosterRow, type RosterEntry, type RosterRules } from './roster-entry'
import type { RowProblem } from './row-problems'

/** 一行查过以后: what it says, or why it is not taken. `row` is its number in the file. */
export type CheckedRow<Entry, Key extends string> =
  | { readonly ok: true; readonly row: number; readonly entry: Entry }
  | { readonly ok: false; readonly row: number; readonly problems: readonly RowProblem<Key>[] }

/** 位数丢了: a spreadsheet kept the identity number as a number, and rounded it. */
export function losesDigits(row: CheckedRow<unknown, string>): boolean {
  return !row.ok && row.problems.some(({ column, code }) => column === 'idNumber' && code === 'digits-lost')
}

/**
 * Checks the rows of one file, page after page: it remembers what came before, so that the second of two rows for one person is found. Rows above the first that
 * lost its digits are believed, unless an earlier reading has `known` of it.
 */
export function rosterChecker(
  mapping: Mapping<RosterKey>,
  rules: RosterRules,
  known: { readonly digitsLost: boolean } = { digitsLost: false },
): (rows: readonly SheetRow[]) => readonly CheckedRow<RosterEntry, RosterKey>[] {
  let lost = known.digitsLost
  const read = (row: SheetRow): ReadRosterRow => {
    const found = readRosterRow(row, mapping, rules)
    if (!found.ok) {
      lost ||= losesDigits({ ...found, row: row.number })
      return found
    }
    // A check character fits every eleventh of the numbers that lost their digits: where some of a file did, none that ends like them is believed.
    return lost && found.entry.id.value.endsWith('000')
      ? { ok: false, problems: [{ column: 'idNumber', code: 'digits-lost' }] }
      : found
  }
  return checker<RosterEntry, RosterKey>(mapping, read, personKeyOf, 'idNumber')
}

/** The same for the table of unions. */
export function organisationChecker(
  mapping: Mapping<OrganisationKey>,
  rules: OrganisationRules,
): (rows: readonly SheetRow[]) => readonly CheckedRow<OrganisationEntry, OrganisationKey>[] {
  const read = (row: SheetRow) => readOrganisationRow(row, mapping, rules)
  return checker<OrganisationEntry, OrganisationKey>(mapping, read, organisationKeyOf, 'name')
}

type Read<Entry, Key extends string> =
  { readonly ok: true; readonly entry: Entry } | { readonly ok: false; readonly problems: readonly RowProblem<Key>[] }

function checker<Entry, Key extends string>(
  mapping: Mapping<Key>,
  read: (row: SheetRow) => Read<Entry, Key>,
  keyOf: (entry: Entry) => string,
  keyColumn: Key,
) {
  const earlier = seenBefore()
  const check = (row: SheetRow): CheckedRow<Entry, Key> => {
    const found = read(row)
    if (!found.ok) return { ok: false, row: row.number, problems: found.problems }
    const first = earlier(keyOf(found.entry), row.number)
    if (first === undefined) return { ok: true, row: row.number, entry: found.entry }
    return { ok: false, row: row.number, problems: [{ column: keyColumn, code: 'in-file-twice', row: first }] }
  }
  return (rows: readonly SheetRow[]) => rows.filter((row) => isDataRow(row, mapping)).map(check)
}
