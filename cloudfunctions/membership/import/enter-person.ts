import { PersonId } from '../../../shared/core/ids'
import { maskMobile } from '../../../shared/identity/mask'
import { lockPerson, personLocks } from '../../_kernel/locks'
import type { KeptRosterEntry } from '../../_kernel/records/imports'
import { membershipEvents, memberships, type RosterSecrets } from '../../_kernel/records/memberships'
import { persons, type PersonSecrets } from '../../_kernel/records/persons'
import type { UnionRecord } from '../../_kernel/records/registry'
import { sealJson } from '../../_kernel/secrets'
import type { Transaction } from '../../_kernel/store/port'
import { drawNumbers, takeNumber } from '../deciding/numbers'
import type { ImportPorts } from './job'
import type { Placed } from './units-of'
import { workplaceTold } from './workplace-told'

/**
 * 按花名册登记会员: person, number, membership and the first line of its history. There is no letter, since it was signed on paper before this system was there,
 * and the day of joining is not in annex 3: membership begins here with the day on which it was recorded. The phone that an officer wrote proves nothing for a
 * month, as everywhere.
 */
export async function readyToEnter(entry: KeptRosterEntry, union: UnionRecord, ports: ImportPorts) {
  const newPerson = PersonId.parse(ports.random.id())
  const eventId = ports.random.id()
  const drawn = await drawNumbers(union.region, ports)
  const locks = personLocks(entry, entry.nationality, ports.indexer)
  const { now, today, sealer, account } = ports

  return async (tx: Transaction, place: Placed, known: PersonId | undefined): Promise<PersonId> => {
    const id = known ?? newPerson
    const before = known === undefined ? undefined : await tx.get(persons, known)
    const memberNumber = await takeNumber(tx, drawn, id)
    await lockPerson(tx, locks, id, now)
    await tx.put(persons, {
      ...(before ?? { _id: id, createdAt: now }),
      locks: [...new Set([...(before?.locks ?? []), ...locks])],
      secrets: sealJson<PersonSecrets>(sealer, { collection: persons.name, id, field: 'secrets' }, secretsIn(entry)),
      education: entry.education,
      household: entry.household,
      nationality: entry.nationality,
      mobileEditedAt: now,
      updatedAt: now,
    })
    await tx.put(memberships, {
      _id: id,
      union: union._id,
      state: 'active',
      since: today,
      memberNumber,
      ...workplaceTold(id, entry, place, union, ports),
      ...(entry.office === undefined || entry.office === '' ? {} : { office: entry.office }),
      household: entry.household,
      confirmedOn: today,
      followUps: [],
      roster: sealJson<RosterSecrets>(sealer, { collection: memberships.name, id, field: 'roster' }, rowIn(entry)),
      updatedAt: now,
    })
    const at = { person: id, at: now, union: union._id, unionName: union.name }
    await tx.insert(membershipEvents, { _id: eventId, ...at, kind: 'joined', fromRoster: true, by: account })
    return id
  }
}

function secretsIn({ name, number, documentKind, birth, sex, mobile }: KeptRosterEntry): PersonSecrets {
  return { name, number, documentKind, sex, mobile, ...(birth === undefined ? {} : { birth }) }
}

function rowIn({ name, maskedNumber, mobile, sex }: KeptRosterEntry): RosterSecrets {
  return { name, maskedNumber, mobile: maskMobile(mobile), sex }
}
