import { castUnions } from '../../../local/demo/personas'
import type { PersonId } from '../../../shared/core/ids'
import { chinaDay } from '../../../shared/core/time'
import { parsePersonId } from '../../../shared/identity/person-id'
import { somebody } from '../../../tests/forms'
import { recordOf } from '../../../tests/members'
import type { TestSystem } from '../../../tests/system'
import { identifierUnder, personLocks } from '../../_kernel/locks'
import { membershipEvents } from '../../_kernel/records/memberships'
import { persons, PersonSecrets } from '../../_kernel/records/persons'
import { openJson } from '../../_kernel/secrets'
import { sentenceOf } from '../life/history'
import { importedFile, rosterFile, rosterRow } from './import.fixture'

/** What stands on file of those whom a table brought. */

type Worker = ReturnType<typeof somebody>

/** Who has this number, if anybody. */
export async function personWith(
  system: TestSystem,
  { number }: Pick<Worker, 'number'>,
): Promise<PersonId | undefined> {
  const id = parsePersonId(number, chinaDay(system.runtime.now()))
  if (!id.ok) throw new Error(id.message)
  const locks = personLocks({ number: id.normalised, documentKind: id.kind }, 'CHN', system.runtime.indexer)
  return (await identifierUnder(system.runtime.store, locks))?.person
}

export async function onFile(system: TestSystem, worker: Pick<Worker, 'number'>) {
  const person = await personWith(system, worker)
  if (person === undefined) throw new Error('nobody has this number')
  const record = await system.runtime.store.get(persons, person)
  if (record === undefined) throw new Error('a number without its person')
  const place = { collection: 'persons', id: person, field: 'secrets' }
  const secrets = openJson(system.runtime.sealer, place, PersonSecrets, record.secrets)
  return { person, record, secrets, membership: await recordOf(system, person) }
}

const elsewhere = { as: 'demo-newform-chair', union: castUnions.newForm.id }

/** Somebody whom another union has brought. */
export async function broughtElsewhere(system: TestSystem): Promise<Worker> {
  const worker = somebody()
  await importedFile(system, elsewhere, await rosterFile([rosterRow(worker)]))
  return worker
}

export async function historyOf(system: TestSystem, person: PersonId): Promise<readonly string[]> {
  const found = await system.runtime.store.find(membershipEvents, { index: 'byPerson', equals: { person } })
  return found.documents.map(sentenceOf)
}
