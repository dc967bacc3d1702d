import type { PersonId } from '../../../shared/core/ids'
import { clauseOf } from '../../../shared/membership/clauses'
import { maskMobile } from '../../../shared/identity/mask'
import { headingOf } from '../../../shared/roster/import'
import type { RosterChange, RosterVerdict } from '../../../shared/roster/judge-person'
import type { RosterKey } from '../../../shared/roster/annexes'
import { notifying } from '../../_kernel/notify'
import type { KeptRosterEntry } from '../../_kernel/records/imports'
import { membershipEvents, memberships, RosterSecrets, type MembershipRecord } from '../../_kernel/records/memberships'
import { persons, type PersonSecrets } from '../../_kernel/records/persons'
import type { UnionRecord } from '../../_kernel/records/registry'
import { openJson, sealJson } from '../../_kernel/secrets'
import type { Transaction } from '../../_kernel/store/port'
import { changing } from '../life/change'
import { closingTasks, workTasks } from '../life/closing-tasks'
import { indexed } from '../life/indexed'
import type { ImportPorts } from './job'
import type { Found } from './match-person'
import type { Placed } from './units-of'
import { categoryTold, workplaceTold } from './workplace-told'

/** What another unit ends of the work before it. */
const workBefore = {
  unit: undefined,
  agency: undefined,
  situation: undefined,
  seconded: undefined,
  contractUntil: undefined,
}

interface Update {
  readonly entry: KeptRosterEntry
  readonly place: Placed
  readonly changes: readonly RosterChange[]
}

/**
 * 按花名册更新会员资料: what the row says otherwise, with a line in the history and a message to whoever has bound WeChat. Another unit is a change of the workplace
 * like any other, and looks at the old work end with it.
 */
export async function readyToUpdate(person: PersonId, expected: RosterVerdict, union: UnionRecord, ports: ImportPorts) {
  const { account: by, sealer, now } = ports
  const [eventId, noticeId] = [ports.random.id(), ports.random.id()]
  const moves = expected.kind === 'changed' && expected.changes.some(({ key }) => key === 'unit')
  const close = moves ? await closingTasks(person, workTasks, union, by, ports) : undefined

  return async (tx: Transaction, found: Found, { entry, place, changes }: Update): Promise<void> => {
    const id = found.person._id
    const changed = (key: RosterKey) => changes.some((change) => change.key === key)
    const moved = changed('unit') ? await moveWithin(tx, found, union, { entry, place }, ports) : found.member
    if (changed('unit')) await close?.(tx)
    const { education, household, mobile } = entry
    const secrets = { ...found.secrets, ...(changed('mobile') ? { mobile } : {}) }
    await tx.put(persons, {
      ...found.person,
      education,
      household,
      secrets: sealJson<PersonSecrets>(sealer, { collection: persons.name, id, field: 'secrets' }, secrets),
      ...(changed('mobile') ? { mobileEditedAt: now } : {}),
      updatedAt: now,
    })
    await tx.put(memberships, rewritten(moved, entry, changes, ports))
    const other = changes.filter(({ key }) => key !== 'unit')
    if (other.length > 0) {
      const at = { person: id, at: now, union: union._id, unionName: union.name }
      await tx.insert(membershipEvents, { _id: eventId, ...at, kind: 'corrected', by })
    }
    if (found.person.account !== undefined)
      await notifying(
        { now, random: { ...ports.random, id: () => noticeId } },
        { account: found.person.account, text: toldOf(union, changes) },
      )(tx)
  }
}

function toldOf({ name }: UnionRecord, changes: readonly RosterChange[]): string {
  const headings = changes.map(({ key }) => headingOf('roster', key)).join('、')
  return `${name}按花名册更新了您的${headings}。不对的，请在“我的资料”里提更正。`
}

/** 换单位，还在本会. 委托管理 goes on only with the unit that pays. */
async function moveWithin(
  tx: Transaction,
  { person, member }: Found,
  union: UnionRecord,
  { entry, place }: Omit<Update, 'changes'>,
  ports: ImportPorts,
): Promise<MembershipRecord> {
  const entrusted = member.entrusted?.payingUnit === place.unit ? {} : { entrusted: undefined }
  const workplace = workplaceTold(person._id, entry, place, union, ports)
  const write = changing(
    {
      person: person._id,
      change: 'change-workplace',
      reason: 'changed-unit',
      on: ports.today,
      from: union,
      union,
      facts: { ...workBefore, ...entrusted, ...workplace },
      clause: clauseOf['change-workplace'],
    },
    ports,
  )
  const done = await write(tx)
  if (!done.ok) throw new Error(`a membership that was found here could not change its workplace: ${done.code}`)
  return done.data
}

function rewritten(
  { office: before, ...member }: MembershipRecord,
  entry: KeptRosterEntry,
  changes: readonly RosterChange[],
  { sealer, now, today }: ImportPorts,
): MembershipRecord {
  const place = { collection: memberships.name, id: member._id, field: 'roster' }
  const row = openJson(sealer, place, RosterSecrets, member.roster)
  const changed = (key: RosterKey) => changes.some((change) => change.key === key)
  const office = entry.office ?? before ?? ''
  const mobile = changed('mobile') ? { mobile: maskMobile(entry.mobile) } : {}
  return indexed({
    ...member,
    ...(changed('employment') ? employmentTold(member, entry.employment) : {}),
    ...(office === '' ? {} : { office }),
    household: entry.household,
    confirmedOn: today,
    roster: sealJson<RosterSecrets>(sealer, place, { ...row, ...mobile }),
    updatedAt: now,
  })
}

/** Another kind of work than the one that was told ends what was told of it. */
function employmentTold(
  { category: before, unit, unitName }: Omit<MembershipRecord, 'office'>,
  employment: string,
): Partial<MembershipRecord> {
  const category = categoryTold(employment)
  if (category === before) return { employment }
  return { employment, category, unit, unitName, situation: undefined, agency: undefined }
}
