import type { PersonId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import {
  membershipEvents,
  memberships,
  type MembershipEventRecord,
  type MembershipRecord,
} from '../../_kernel/records/memberships'
import type { UnionRecord } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { indexed } from '../life/indexed'

type Facts = Pick<MembershipRecord, 'contractUntil' | 'seconded'> &
  Partial<Pick<MembershipRecord, 'unit' | 'unitName' | 'agency' | 'situation' | 'employment' | 'category'>>

/** Answers the facts as they are to be; what it leaves out is taken off the record. */
type Keep = (before: MembershipRecord) => Facts

export type KeepRefusal = 'MEMBERSHIP_MOVED' | 'MEMBERSHIP_RETAINED' | 'MEMBERSHIP_ENDED'

/** 记下用工情况: contract and secondment of an active member; the state stays, and the history says that somebody looked. */
export function keeping(
  { person, union, keep }: { readonly person: PersonId; readonly union: UnionRecord; readonly keep: Keep },
  call: Call<unknown>,
): (tx: Transaction) => Promise<Outcome<MembershipRecord, KeepRefusal>> {
  const event = {
    _id: call.random.id(),
    person,
    at: call.now,
    union: union._id,
    unionName: union.name,
    by: call.account,
  }
  const audit = auditing(call, { action: 'membership.keep', subject: person, union: union._id })
  return async (tx) => {
    const before = await tx.get(memberships, person)
    if (before?.union !== union._id) return refuse('MEMBERSHIP_MOVED')
    if (before.state !== 'active')
      return refuse(before.state === 'retained' ? 'MEMBERSHIP_RETAINED' : 'MEMBERSHIP_ENDED')
    const { contractUntil: _, seconded: __, ...rest } = before
    const after = indexed({ ...rest, ...keep(before), confirmedOn: call.today, updatedAt: call.now })
    await tx.put(memberships, after)
    await tx.insert(membershipEvents, { ...event, ...whatIsNew(before, after) })
    await audit(tx)
    return succeed(after)
  }
}

/** What the history says: the fact that was noted or taken off, or that somebody looked and found it all right. */
function whatIsNew(before: Facts, after: Facts): Pick<MembershipEventRecord, 'kind' | 'noted'> {
  const { contractUntil, seconded } = after
  if (contractUntil !== undefined && contractUntil !== before.contractUntil)
    return { kind: 'noted', noted: { what: 'contract', until: contractUntil } }
  if (seconded !== undefined && seconded.since !== before.seconded?.since)
    return { kind: 'noted', noted: { what: 'secondment', since: seconded.since } }
  if (seconded === undefined && before.seconded !== undefined)
    return { kind: 'noted', noted: { what: 'secondment-over' } }
  if (contractUntil === undefined && before.contractUntil !== undefined)
    return { kind: 'noted', noted: { what: 'contract-over' } }
  return { kind: 'confirmed' }
}

/** Those of the two facts that there are. */
export function factsOf({ contractUntil, seconded }: Pick<MembershipRecord, 'contractUntil' | 'seconded'>): Facts {
  return {
    ...(contractUntil === undefined ? {} : { contractUntil }),
    ...(seconded === undefined ? {} : { seconded }),
  }
}
