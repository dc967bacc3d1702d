import type { PersonId, UnionId } from '../../../shared/core/ids'
import { judgeRosterRow, type PersonOnFile, type RosterVerdict } from '../../../shared/roster/judge-person'
import { claimUnder, identifierUnder, personLocks } from '../../_kernel/locks'
import { applications, claims } from '../../_kernel/records/applications'
import type { KeptRosterEntry } from '../../_kernel/records/imports'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { persons, PersonSecrets, type PersonRecord } from '../../_kernel/records/persons'
import { openJson } from '../../_kernel/secrets'
import type { Reader } from '../../_kernel/store/port'
import { secretsOf } from '../applicant'
import type { ImportPorts } from './job'
import type { Placed } from './units-of'

/** Somebody who has the number of a row. */
export interface Found {
  readonly member: MembershipRecord
  readonly person: PersonRecord
  readonly secrets: PersonSecrets
}

export interface Matched {
  readonly verdict: RosterVerdict
  readonly found: Found | undefined
  /** Who has the number without ever having been a member. */
  readonly known: PersonId | undefined
}

/** 按证件号码找人, and judge what the row says of them: the same before anything is written and in the transaction that writes. */
export async function matchPerson(
  entry: KeptRosterEntry,
  place: Placed,
  union: UnionId,
  reader: Reader,
  ports: Pick<ImportPorts, 'indexer' | 'sealer'>,
): Promise<Matched> {
  const locks = personLocks(entry, entry.nationality, ports.indexer)
  const known = (await identifierUnder(reader, locks))?.person
  const found = known === undefined ? undefined : await foundPerson(known, reader, ports)
  const held = found?.member.union === union ? found : undefined
  const applicant = held === undefined ? await applicantUnder(locks, reader, ports) : undefined
  const moving = held !== undefined && (await reader.get(claims, `transfer:${held.person._id}`)) !== undefined
  const onFile = found === undefined ? undefined : onFileOf(found, union, moving)
  return { verdict: judgeRosterRow(entry, place, { onFile, applicant }), found, known }
}

/** 正在申请的人: by name. */
async function applicantUnder(
  locks: readonly string[],
  reader: Reader,
  ports: Pick<ImportPorts, 'sealer'>,
): Promise<string | undefined> {
  const claim = await claimUnder(reader, locks)
  const application = claim === undefined ? undefined : await reader.get(applications, claim.application)
  return application === undefined ? undefined : secretsOf(application, ports).name
}

async function foundPerson(
  id: PersonId,
  reader: Reader,
  { sealer }: Pick<ImportPorts, 'sealer'>,
): Promise<Found | undefined> {
  const [person, member] = [await reader.get(persons, id), await reader.get(memberships, id)]
  if (person === undefined || member === undefined) return undefined
  const place = { collection: persons.name, id, field: 'secrets' }
  return { person, member, secrets: openJson(sealer, place, PersonSecrets, person.secrets) }
}

function onFileOf({ person, member, secrets }: Found, union: UnionId, moving: boolean): PersonOnFile {
  const { name, mobile } = secrets
  const { education, household, account } = person
  const { state, unit, unitName, employment, office = '' } = member
  return {
    state,
    here: member.union === union,
    bound: account !== undefined,
    moving,
    name,
    mobile,
    education,
    household,
    employment,
    office,
    place: { unit, unitName },
  }
}
