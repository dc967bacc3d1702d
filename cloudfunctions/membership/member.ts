import { membership } from '../../shared/contract/membership'
import { refuse, succeed } from '../../shared/core/outcome'
import { IsoDate, yearsBetween } from '../../shared/core/time'
import { documentName, educationName, householdName } from '../../shared/membership/labels'
import { auditView } from '../_kernel/audit'
import { memberships } from '../_kernel/records/memberships'
import { persons, PersonSecrets } from '../_kernel/records/persons'
import { openJson } from '../_kernel/secrets'
import { implement } from '../_kernel/serve'
import { openTasksOf } from './life/closing-tasks'
import { rosterRow } from './roster'
import { historyOf } from './states/history-of'
import { entrustedOf } from './states/my-membership'

/** 会员详情, with the history of the membership, newest first. */
export const member = implement(membership.procedures.member, async (call) => {
  const { store, sealer, today } = call
  const held = await store.get(memberships, call.input.person)
  if (held?.union !== call.input.union) return refuse('NOT_FOUND')
  const [person, history, entrusted, open] = await Promise.all([
    store.get(persons, held._id),
    historyOf(held._id, call),
    entrustedOf(held, call),
    openTasksOf(held._id, call),
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
    category: held.category,
    ...(held.contractUntil === undefined ? {} : { contractUntil: held.contractUntil }),
    ...(held.seconded === undefined ? {} : { secondedSince: held.seconded.since }),
    ...(entrusted === undefined ? {} : { entrusted }),
    history,
    underWay: open.map(({ kind, deskName, dueOn }) => ({ kind, unionName: deskName, dueOn })),
    ...(held.application === undefined ? {} : { application: held.application }),
  })
})
