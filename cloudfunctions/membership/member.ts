import { membership } from '../../shared/contract/membership'
import { refuse, succeed } from '../../shared/core/outcome'
import { unreachable } from '../../shared/core/unreachable'
import { IsoDate, yearsBetween } from '../../shared/core/time'
import { documentName, educationName, householdName } from '../../shared/membership/labels'
import { auditView } from '../_kernel/audit'
import { membershipEvents, memberships, type MembershipEventRecord } from '../_kernel/records/memberships'
import { persons, PersonSecrets } from '../_kernel/records/persons'
import { openJson } from '../_kernel/secrets'
import { implement } from '../_kernel/serve'
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

export function sentenceOf({ kind, unionName, decidedOn }: MembershipEventRecord): string {
  const decision = decidedOn === undefined ? '' : `，委员会 ${inWords(decidedOn)}讨论通过`
  switch (kind) {
    case 'joined':
      return `加入${unionName}${decision}`
    case 'resumed':
      return `会籍接续到${unionName}${decision}`
    case 'bound':
      return '绑定了微信'
    case 'corrected':
      return `经${unionName}核对，更正了资料`
    default:
      return unreachable(kind)
  }
}

function inWords(day: IsoDate): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year} 年 ${month} 月 ${date} 日`
}
