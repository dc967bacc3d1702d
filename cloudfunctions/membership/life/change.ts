import type { FileId, PersonId, UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { chinaDay, type IsoDate } from '../../../shared/core/time'
import { changed, isHeld, type ChangeReason, type LifeChange, type LifeRefusal } from '../../../shared/membership/life'
import { auditing } from '../../_kernel/audit'
import { cardFollowing } from '../../_kernel/card/following'
import { keepDocument } from '../../_kernel/documents'
import { notifying } from '../../_kernel/notify'
import {
  historyKind,
  membershipEvents,
  memberships,
  type MembershipEventRecord,
  type MembershipRecord,
} from '../../_kernel/records/memberships'
import { persons } from '../../_kernel/records/persons'
import type { AuditRecord } from '../../_kernel/records/upkeep'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { indexed } from './indexed'

/** Who records a change: an account, or the clock where a time that people were told of has run out. */
export type ChangePorts = Pick<Call<unknown>, 'now' | 'random' | 'indexer'> & {
  readonly account: Extract<AuditRecord['actor'], string>
}

interface Named {
  readonly _id: UnionId
  readonly name: string
}

/** 一次会籍变动. */
export interface Change {
  readonly person: PersonId
  readonly change: LifeChange
  readonly reason: ChangeReason
  /** The first day on which it holds. */
  readonly on: IsoDate
  /** The union that holds the membership now; where it does not any more, nothing is changed. */
  readonly from: Named
  /** Where the membership is afterwards; the same union where nothing moves. */
  readonly union: Named
  /** What the change brings besides: the new unit, the agreement, the situation. */
  readonly facts?: Partial<Omit<MembershipRecord, '_id' | 'union' | 'state' | 'since' | 'memberNumber' | 'updatedAt'>>
  readonly document?: FileId | undefined
  readonly decidedOn?: IsoDate | undefined
  /** What it rests on, as the member reads it. */
  readonly clause?: string | undefined
  /** What the member is told; nothing where the member did it. */
  readonly tell?: string | undefined
}

export type ChangeRefusal = LifeRefusal | 'MEMBERSHIP_MOVED'

/**
 * 办理会籍变动: the only way a membership changes after joining. State, history, message, document and audit are written together; the number and the day of
 * joining stay, whatever happens; the card follows. At most thirteen operations.
 */
export function changing(
  change: Change,
  ports: ChangePorts,
): (tx: Transaction) => Promise<Outcome<MembershipRecord, ChangeRefusal>> {
  const eventId = ports.random.id()
  const noticeId = ports.random.id()
  const follow = cardFollowing(ports)
  const audit = auditing(ports, {
    action: `membership.${change.change}`,
    subject: change.person,
    union: change.union._id,
    content: { reason: change.reason, on: change.on, from: change.from._id, document: change.document },
  })
  return async (tx) => {
    const before = await tx.get(memberships, change.person)
    if (before === undefined || before.union !== change.from._id) return refuse('MEMBERSHIP_MOVED')
    const next = changed(before.state, change.change)
    if ('refuse' in next) return refuse(next.refuse)
    const after = applied(before, change, next.to, ports)
    await tx.put(memberships, after)
    await follow(tx, after)
    await tx.insert(membershipEvents, { ...eventOf(eventId, change, ports), ...unitsOf(change, before, after) })
    if (change.document !== undefined)
      await keepDocument(tx, change.document, { collection: membershipEvents.name, record: eventId })
    if (change.tell !== undefined) {
      const account = (await tx.get(persons, change.person))?.account
      if (account !== undefined)
        await notifying(
          { now: ports.now, random: { ...ports.random, id: () => noticeId } },
          { account, text: change.tell },
        )(tx)
    }
    await audit(tx)
    return succeed(after)
  }
}

function applied(
  before: MembershipRecord,
  { change, reason, on, union, facts = {} }: Change,
  state: MembershipRecord['state'],
  { now }: ChangePorts,
): MembershipRecord {
  const { entrusted, ...rest } = before
  // What `changedOn` and `reason` tell is state and union: a new workplace leaves both as they were.
  const since = change === 'change-workplace' ? {} : { changedOn: on, reason }
  // 委托管理 is between two unions about this membership: it ends where the membership moves or ends.
  const stays = union._id === before.union && state === 'active' && change !== 'end-entrust'
  return indexed({
    ...rest,
    ...(stays && entrusted !== undefined ? { entrusted } : {}),
    ...facts,
    union: union._id,
    state,
    ...since,
    confirmedOn: isHeld(state) ? chinaDay(now) : before.confirmedOn,
    updatedAt: now,
  })
}

/** 工作单位，before and after, where that is what changed. */
function unitsOf(
  { change }: Change,
  before: MembershipRecord,
  after: MembershipRecord,
): Partial<MembershipEventRecord> {
  return change === 'change-workplace' ? { fromUnitName: before.unitName, unitName: after.unitName } : {}
}

function eventOf(
  _id: string,
  { person, change, reason, on, from, union, document, decidedOn, clause }: Change,
  { now, account }: ChangePorts,
): MembershipEventRecord {
  return {
    _id,
    person,
    at: now,
    kind: historyKind[change],
    union: union._id,
    unionName: union.name,
    ...(from._id === union._id ? {} : { fromUnion: from._id, fromUnionName: from.name }),
    reason,
    ...(on === chinaDay(now) ? {} : { on }),
    ...(account === 'operator' ? {} : { by: account }),
    ...(document === undefined ? {} : { document }),
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...(clause === undefined ? {} : { clause }),
  }
}
