import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { clauseOf } from '../../../shared/membership/clauses'
import { memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { changing } from '../life/change'

/** 恢复会籍: what was recorded in error is taken back by a union above the one that recorded it, never by that one itself. */
export const reinstateMembership = implement(contract.procedures.reinstateMembership, async (call) => {
  const { union: above, person } = call.input
  const member = await call.store.get(memberships, person)
  const union = member === undefined ? undefined : await call.store.get(unions, member.union)
  if (member === undefined || union === undefined) return refuse('NOT_FOUND')
  if (union._id === above || !union.line.includes(above)) return refuse('NOT_FOUND')
  if (union.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const write = changing(
    {
      person,
      change: 'reinstate',
      reason: 'recorded-in-error',
      on: call.today,
      from: union,
      union,
      clause: clauseOf.reinstate,
      tell: `您在${union.name}的会籍登记有误，上级工会已经更正，会籍从现在起恢复。`,
    },
    call,
  )
  return call.act(async (tx) => {
    const done = await write(tx)
    if (!done.ok) return refuse(done.code === 'MEMBERSHIP_MOVED' ? done.code : 'STILL_MEMBER_HERE')
    return succeed({})
  })
})
