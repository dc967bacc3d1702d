import { lockKey } from '../identity/person-key'
import type { OrganisationEntry } from './organisation-entry'
import type { RosterEntry } from './roster-entry'

/** 文件内重复: remembers under which key a row came first; answers that row when the key comes again. */
export function seenBefore(): (key: string, row: number) => number | undefined {
  const rows = new Map<string, number>()
  return (key, row) => {
    const earlier = rows.get(key)
    if (earlier === undefined) rows.set(key, row)
    return earlier
  }
}

/** By what two rows of a roster are the same person: the number, brought to one form, as everywhere (U1). */
export const personKeyOf = ({ id, nationality }: RosterEntry) => lockKey(id, nationality)

/** By what two rows of the table of unions are the same union: the code of the unit and the union's name. One unit may host several unions. */
export const organisationKeyOf = ({ unitCode, name }: OrganisationEntry) => `${unitCode} ${name}`
