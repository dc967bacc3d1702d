import { isHeld } from '../../shared/membership/life'
import { accounts } from '../_kernel/records/accounts'
import { memberships, type MembershipRecord } from '../_kernel/records/memberships'
import { persons } from '../_kernel/records/persons'
import { unions } from '../_kernel/records/registry'
import { maskedNameOf } from '../_kernel/roster'
import type { Call } from '../_kernel/serve'
import type { CardRecord } from '../_kernel/records/cards'

/** 持卡人: whose card this account may have. */
export interface Holder {
  readonly membership: MembershipRecord
  /** What the card shows. */
  readonly shown: { readonly maskedName: string; readonly unionName: string; readonly memberNumber: string }
}

/** Undefined where this account is nobody on file, or the membership is over. */
export async function holderOf(call: Pick<Call<unknown>, 'store' | 'account' | 'sealer'>): Promise<Holder | undefined> {
  const person = (await call.store.get(accounts, call.account))?.person
  const membership = person === undefined ? undefined : await call.store.get(memberships, person)
  if (membership === undefined || !isHeld(membership.state)) return undefined
  const union = await call.store.get(unions, membership.union)
  const maskedName = maskedNameOf(membership, call)
  return { membership, shown: { maskedName, unionName: union?.name ?? '', memberNumber: membership.memberNumber } }
}

/** The membership that a card shows, as it is now; undefined where the card is worth nothing, whichever record says so. */
export async function inForce(
  card: CardRecord,
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<MembershipRecord | undefined> {
  if (card.state === 'ended') return undefined
  const [membership, person] = await Promise.all([store.get(memberships, card._id), store.get(persons, card._id)])
  const holds = membership !== undefined && isHeld(membership.state) && membership.union === card.union
  return holds && person?.account === card.account ? membership : undefined
}
