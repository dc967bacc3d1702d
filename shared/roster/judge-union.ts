import { toldFields, type ToldField, type UnionFields } from '../org/union-fields'
import type { OrganisationKey } from './annexes'
import type { RowNote } from './import'
import type { OrganisationEntry } from './organisation-entry'

/** A union that a row is of, as the registry has it. */
export interface UnionOnFile {
  readonly fields: UnionFields
  readonly staffComputed: boolean
  readonly members: number
}

/** What a row says that the registry takes, and its count of members. */
export type ToldRow = Pick<OrganisationEntry, ToldField | 'name' | 'members'>

export interface OrganisationChange {
  readonly key: ToldField & OrganisationKey
  readonly before: string
  readonly after: string
}

export interface OrganisationVerdict {
  readonly changes: readonly OrganisationChange[]
  readonly notes: readonly RowNote[]
  /** 没有填: what the registry has, and the row leaves empty. */
  readonly missing: readonly (ToldField & OrganisationKey)[]
}

/**
 * 汇总表的一行对着名录看: a file tells what a union would tell at its half-year round; names, kinds and the leader have ways of their own, members are counted. What nobody
 * has told yet comes back as empty as it went out, and stays so; what is on file is not emptied by a row. A union of several units has no code that it must tell.
 */
export function judgeOrganisationRow(entry: ToldRow, onFile: UnionOnFile): OrganisationVerdict {
  const said: Readonly<Record<ToldField, string>> = {
    unitCode: entry.unitCode,
    address: entry.address,
    staff: entry.staff === undefined ? '' : String(entry.staff),
    foundedOn: entry.foundedOn,
    phone: entry.phone,
  }
  const told = toldFields.filter((key) => key !== 'staff' || !onFile.staffComputed)
  const changes = told
    .map((key) => ({ key, before: onFile.fields[key] ?? '', after: said[key] }))
    .filter(({ before, after }) => after !== '' && before !== after)
  const needed = told.filter((key) => key !== 'unitCode' || onFile.fields.unitName !== undefined)
  const empty = needed.filter((key) => said[key] === '')
  const missing = empty.filter((key) => (onFile.fields[key] ?? '') !== '')
  const notes: RowNote[] = []
  if (empty.length > missing.length) notes.push('not-told')
  if (entry.name !== onFile.fields.name) notes.push('name-by-code')
  if (onFile.staffComputed && said.staff !== '' && said.staff !== (onFile.fields.staff ?? ''))
    notes.push('staff-computed')
  if (entry.members !== onFile.members) notes.push('members-differ')
  return { changes, notes, missing }
}
