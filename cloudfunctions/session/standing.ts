import type { z } from 'zod'
import type { Me } from '../../shared/contract/session'
import { maskName } from '../../shared/identity/mask'
import { isOpen } from '../../shared/membership/application'
import { isHeld } from '../../shared/membership/life'
import { workingDaysLeft } from '../../shared/membership/due'
import type { AccountRecord } from '../_kernel/records/accounts'
import { applications } from '../_kernel/records/applications'
import { cards } from '../_kernel/records/cards'
import { memberships, RosterSecrets, type MembershipRecord } from '../_kernel/records/memberships'
import { unions } from '../_kernel/records/registry'
import { openJson } from '../_kernel/secrets'
import type { Call } from '../_kernel/serve'

type Standing = z.input<typeof Me>['standing']
type Ports = Pick<Call<unknown>, 'store' | 'sealer' | 'account' | 'today'>

/** 我的状态: a membership bound to this account comes first, then an application that is still open, then a membership that ended. */
export async function standingOf(account: AccountRecord | undefined, call: Ports): Promise<Standing> {
  const membership = account?.person === undefined ? undefined : await call.store.get(memberships, account.person)
  if (membership !== undefined && isHeld(membership.state)) return memberStanding(membership, call)
  const latest = await call.store.find(applications, {
    index: 'byAccount',
    equals: { account: call.account },
    order: 'descending',
    limit: 1,
  })
  const [application] = latest.documents
  if (application === undefined || !isOpen(application.state)) return endedStanding(membership, call)
  const { _id, state, unionName, dueOn } = application
  return {
    kind: 'applying',
    application: _id,
    state,
    unionName,
    dueOn,
    workingDaysLeft: workingDaysLeft(call.today, dueOn),
  }
}

async function memberStanding(
  { _id, union: id, memberNumber, since, state, roster }: MembershipRecord,
  call: Ports,
): Promise<Standing> {
  const [union, card] = await Promise.all([call.store.get(unions, id), call.store.get(cards, _id)])
  const { name } = openJson(call.sealer, { collection: 'memberships', id: _id, field: 'roster' }, RosterSecrets, roster)
  return {
    kind: 'member',
    maskedName: maskName(name),
    union: id,
    unionName: union?.name ?? '',
    memberNumber,
    since,
    retained: state === 'retained',
    hasCard: card !== undefined && card.state !== 'ended' && card.account === call.account,
  }
}

async function endedStanding(membership: MembershipRecord | undefined, { store }: Ports): Promise<Standing> {
  if (membership === undefined || isHeld(membership.state)) return { kind: 'none' }
  const { state, changedOn } = membership
  const unionName = (await store.get(unions, membership.union))?.name ?? ''
  return { kind: 'ended', state, unionName, ...(changedOn === undefined ? {} : { on: changedOn }) }
}
