import { membership as contract } from '../../../shared/contract/membership'
import { succeed } from '../../../shared/core/outcome'
import { maskName } from '../../../shared/identity/mask'
import { unions } from '../../_kernel/records/registry'
import { unitNow } from '../../_kernel/units'
import { implement, type Call } from '../../_kernel/serve'
import type { MembershipRecord } from '../../_kernel/records/memberships'
import { openTasksOf } from '../life/closing-tasks'
import { namedOf } from '../life/held'
import { historyPageOf } from './history-of'
import { myRecord } from './my-member'

/** 我的会籍: also one that ended says when and why, and what may be done. */
export const myMembership = implement(contract.procedures.myMembership, async (call) => {
  const member = await myRecord(call)
  if (member === undefined) return succeed({})
  const [union, entrusted, open, history] = await Promise.all([
    call.store.get(unions, member.union),
    entrustedOf(member, call),
    openTasksOf(member._id, call),
    historyPageOf(member._id, undefined, call),
  ])
  const leaving = open.find(({ kind }) => kind === 'leave-request')
  const { state, reason, changedOn, memberNumber, since, unitName, employment, contractUntil, seconded, application } =
    member
  return succeed({
    membership: {
      maskedName: maskName(namedOf(member, call).name),
      state,
      ...(reason === undefined ? {} : { reason }),
      ...(changedOn === undefined ? {} : { changedOn }),
      memberNumber,
      since,
      union: member.union,
      unionName: union?.name ?? '',
      unitName,
      employment,
      ...(contractUntil === undefined ? {} : { contractUntil }),
      ...(seconded === undefined ? {} : { secondedSince: seconded.since }),
      ...(entrusted === undefined ? {} : { entrusted }),
      ...(application === undefined ? {} : { application }),
      ...(leaving === undefined ? {} : { leaving: { dueOn: leaving.dueOn } }),
      ...history,
    },
  })
})

/** 委托管理, in names. */
export async function entrustedOf({ entrusted }: MembershipRecord, { store }: Pick<Call<unknown>, 'store'>) {
  if (entrusted === undefined) return undefined
  const [union, unit] = await Promise.all([store.get(unions, entrusted.to), unitNow(entrusted.payingUnit, store)])
  return { unionName: union?.name ?? '', payingUnit: unit?.name ?? '', since: entrusted.since }
}
