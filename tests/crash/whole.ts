import { accounts } from '../../cloudfunctions/_kernel/records/accounts'
import { applications, claims, type ApplicationRecord } from '../../cloudfunctions/_kernel/records/applications'
import { memberNumbers, membershipEvents, memberships } from '../../cloudfunctions/_kernel/records/memberships'
import { identifiers, persons } from '../../cloudfunctions/_kernel/records/persons'
import { auditEntries, notices } from '../../cloudfunctions/_kernel/records/upkeep'
import { byId, type Everything } from './everything'

/**
 * Whole and once, whatever was killed when: says each place where records that one transaction writes together do not stand together, and each
 * person, number or membership that is there twice. Nothing in it depends on what was asked for.
 */
export function notWhole(database: Everything): readonly string[] {
  return [...brokenApplications(database), ...brokenClaims(database), ...brokenMembers(database)]
}

const isOpen = ({ state }: ApplicationRecord) => state === 'submitted' || state === 'returned'

/** State, revision, audit entries and messages of an application say what its timeline says. */
function* brokenApplications(database: Everything): Generator<string> {
  const audited = counted(database.all(auditEntries).map(({ action, subject }) => `${subject} ${action}`))
  const told = counted(database.all(notices).flatMap(({ application }) => application ?? []))
  for (const application of database.all(applications)) {
    const { _id, timeline, revision, state } = application
    const kinds = timeline.map(({ kind }) => kind)
    const steps = kinds.filter((kind) => kind !== 'reminded')
    const last = steps.at(-1)
    const expected = last === 'resubmitted' || last === 'assigned' || last === 'escalated' ? 'submitted' : last
    if (state !== expected) yield `${_id} is ${state} after ${kinds.join()}`
    if (revision !== steps.length) yield `${_id} has revision ${revision} after ${kinds.join()}`
    for (const [kind, action] of Object.entries(actionOf)) {
      const times = kinds.filter((each) => each === kind).length
      const entries = audited.get(`${_id} ${action}`) ?? 0
      if (entries !== times) yield `${_id} was ${kind} ${times} times and has ${entries} audit entries of it`
    }
    const news = kinds.filter((kind) => toldOf.has(kind)).length
    if ((told.get(_id) ?? 0) !== news) yield `${_id} had news ${news} times, told ${told.get(_id) ?? 0}`
  }
}

/** What the applicant gets a message of. */
const toldOf: ReadonlySet<string> = new Set(['returned', 'approved', 'rejected', 'escalated'])

export const actionOf = {
  submitted: 'application.submit',
  resubmitted: 'application.resubmit',
  withdrawn: 'application.withdraw',
  reminded: 'application.remind',
  returned: 'application.return',
  rejected: 'application.reject',
  approved: 'application.approve',
  escalated: 'application.escalate',
} as const

/** An open application holds its account’s lock, somebody holds the number’s; a closed one holds nothing. */
function* brokenClaims(database: Everything): Generator<string> {
  const sent = byId(database.all(applications))
  const held = byId(database.all(claims))
  const byNumber = counted([...sent.values()].flatMap(({ locks }) => locks))
  for (const application of sent.values()) {
    if (!isOpen(application)) continue
    if (held.get(`account:${application.account}`)?.application !== application._id)
      yield `${application._id} is open without its account’s lock`
    // A number that somebody else sent as well may have lost its lock with the other application.
    const mine = application.locks.filter((lock) => byNumber.get(lock) === 1)
    if (mine.some((lock) => !held.has(`person:${lock}`)))
      yield `${application._id} is open without a lock on its number`
  }
  for (const claim of held.values()) {
    const application = sent.get(claim.application)
    if (application === undefined || !isOpen(application)) yield `${claim._id} is held by nobody’s open application`
    else if (
      ![`account:${application.account}`, ...application.locks.map((lock) => `person:${lock}`)].includes(claim._id)
    )
      yield `${claim._id} is held by ${application._id}, which has another account and number`
  }
}

/** Person, number lock, membership, member number, event and the account’s tie stand together, each once. */
function* brokenMembers(database: Everything): Generator<string> {
  const people = byId(database.all(persons))
  const held = byId(database.all(memberships))
  const locks = byId(database.all(identifiers))
  const numbers = byId(database.all(memberNumbers))
  const events = counted(database.all(membershipEvents).flatMap(({ application }) => application ?? []))

  for (const { _id, locks: own } of people.values()) {
    if (!held.has(_id)) yield `person ${_id} has no membership`
    for (const lock of own) if (locks.get(lock)?.person !== _id) yield `person ${_id} does not hold its number`
  }
  if (locks.size !== people.size) yield `${people.size} persons hold ${locks.size} numbers`
  for (const { _id, memberNumber } of held.values()) {
    if (!people.has(_id)) yield `membership ${_id} is nobody’s`
    if (numbers.get(memberNumber)?.person !== _id) yield `membership ${_id} does not hold its member number`
  }
  if (numbers.size !== held.size) yield `${held.size} memberships hold ${numbers.size} member numbers`
  for (const { _id, person } of database.all(accounts))
    if (person !== undefined && !people.has(person)) yield `account ${_id} is tied to nobody`

  for (const application of database.all(applications)) {
    const expected = application.state === 'approved' ? 1 : 0
    if ((events.get(application._id) ?? 0) !== expected)
      yield `${application._id} is ${application.state} and has ${events.get(application._id) ?? 0} events`
    if (application.state !== 'approved') continue
    const membership = held.get(application.person ?? '')
    if (membership?.application !== application._id) yield `${application._id} is approved without its membership`
    if (membership?.memberNumber !== application.memberNumber) yield `${application._id} names another member number`
    if (application.locks.some((lock) => locks.get(lock)?.person !== application.person))
      yield `${application._id} is not its person’s`
  }
}

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
