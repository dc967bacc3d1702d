import { isHeld } from '../../../shared/membership/life'
import { accounts } from '../../_kernel/records/accounts'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import type { Call } from '../../_kernel/serve'

type Ports = Pick<Call<unknown>, 'store' | 'account'>

/** The membership of the person that this account is bound to, in whatever state. */
export async function myRecord({ store, account: id }: Ports): Promise<MembershipRecord | undefined> {
  const person = (await store.get(accounts, id))?.person
  return person === undefined ? undefined : store.get(memberships, person)
}

/** 本人的会籍, as long as somebody holds it: whoever left, was expelled or is recorded as deceased does nothing as a member. */
export async function myMember(call: Ports): Promise<MembershipRecord | undefined> {
  const record = await myRecord(call)
  return record !== undefined && isHeld(record.state) ? record : undefined
}
