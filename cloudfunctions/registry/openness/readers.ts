import type { PublicationId, UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { isHeld } from '../../../shared/membership/life'
import { holdsRight } from '../../_kernel/access'
import { accounts } from '../../_kernel/records/accounts'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { publications, type PublicationRecord } from '../../_kernel/records/publications'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'

type Ports = Pick<Call<unknown>, 'caller' | 'store' | 'now'>

/** A member, and their union with everything above it: what these publish for members is for them. */
export interface Reader {
  readonly member: MembershipRecord
  readonly union: UnionRecord
}

/** Undefined for somebody who is not signed in, or holds no membership. */
export async function readerOf({ caller, store }: Ports): Promise<Reader | undefined> {
  const account = caller.account === undefined ? undefined : await store.get(accounts, caller.account)
  const member = account?.person === undefined ? undefined : await store.get(memberships, account.person)
  if (member === undefined || !isHeld(member.state)) return undefined
  const union = await store.get(unions, member.union)
  return union === undefined ? undefined : { member, union }
}

/** 会员看得到: a member of this union or of one below it, or whoever publishes here. */
export async function readsAsMember(union: UnionId, call: Ports): Promise<boolean> {
  const reader = await readerOf(call)
  return reader?.union.line.includes(union) === true || (await publishesFor(union, call))
}

/** What the caller may not read is not there. What was withdrawn is there for those who publish. */
export async function readableBy(call: Ports, id: PublicationId): Promise<Outcome<PublicationRecord, 'NOT_FOUND'>> {
  const record = await call.store.get(publications, id)
  if (record === undefined) return refuse('NOT_FOUND')
  return (await mayRead(record, call)) ? succeed(record) : refuse('NOT_FOUND')
}

async function mayRead({ union, state, audience }: PublicationRecord, call: Ports): Promise<boolean> {
  if (state === 'withdrawn') return publishesFor(union, call)
  return audience === 'everybody' || readsAsMember(union, call)
}

async function publishesFor(union: UnionId, { caller: { account }, store, now }: Ports): Promise<boolean> {
  return account !== undefined && holdsRight(store, account, [union], 'publish', now)
}
