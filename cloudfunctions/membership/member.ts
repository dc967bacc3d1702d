import { membership } from '../../shared/contract/membership'
import { refuse, succeed } from '../../shared/core/outcome'
import { IsoDate, yearsBetween } from '../../shared/core/time'
import { documentName, educationName, householdName } from '../../shared/membership/labels'
import { auditView } from '../_kernel/audit'
import { membershipEvents, memberships } from '../_kernel/records/memberships'
import { persons, PersonSecrets } from '../_kernel/records/persons'
import { openJson } from '../_kernel/secrets'
import { implement } from '../_kernel/serve'
import { sentenceOf } from './life/history'
import { rosterRow } from './roster'

/** 会员详情, with the history of the membership, newest first. */
export const member = implement(membership.procedures.member, async (call) => {
  const { store, sealer, today } = call
  const held = await store.get(memberships, call.input.person)
  if (held?.union !== call.input.union) return refuse('NOT_FOUND')
  const [person, events] = await Promise.all([
    store.get(persons, held._id),
    store.find(membershipEvents, { index: 'byPerson', equals: { person: held._id }, order: 'descending', limit: 100 }),
  ])
  if (person === undefined) throw new Error('a membership without its person')
  await auditView(call, { action: 'member.view', subject: held._id, union: held.union })
  const { sex, birth, documentKind } = openJson(
    sealer,
    { collection: 'persons', id: person._id, field: 'secrets' },
    PersonSecrets,
    person.secrets,
  )
  return succeed({
    ...rosterRow(held, call),
    ...(sex === undefined ? {} : { sex }),
    ...(birth === undefined ? {} : { age: yearsBetween(IsoDate.parse(birth), today) }),
    nationality: person.nationality,
    documentName: documentName[documentKind] ?? documentKind,
    education: educationName[person.education],
    household: householdName[person.household],
    employment: held.employment,
    history: events.documents.map((event) => ({ at: event.at, text: sentenceOf(event) })),
    ...(held.application === undefined ? {} : { application: held.application }),
  })
})
