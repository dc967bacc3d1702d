import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { isChangeDay } from '../../../shared/membership/change-day'
import { clauseOf } from '../../../shared/membership/clauses'
import { memberships } from '../../_kernel/records/memberships'
import { implement } from '../../_kernel/serve'
import { changing } from '../life/change'
import { heldHere } from '../life/held'
import { entrustRefusal } from './refusal'

/** 结束委托: not before it began. */
export const endEntrust = implement(contract.procedures.endEntrust, async (call) => {
  const { on } = call.input
  const held = await heldHere(call.input, call)
  if (!held.ok) return held
  const { member, union } = held.data
  if (member.entrusted === undefined) return refuse('NOT_ENTRUSTED')
  const since = member.entrusted.since
  if (!isChangeDay('end-entrust', on, { since, today: call.today })) return refuse('DAY_INVALID', { field: 'on' })
  const write = changing(
    {
      person: member._id,
      change: 'end-entrust',
      reason: 'agreement-ended',
      on,
      from: union,
      union,
      clause: clauseOf['end-entrust'],
      tell: `对您会籍的委托管理已经结束，今后由${union.name}直接管理。`,
    },
    call,
  )
  return call.act(async (tx) => {
    if ((await tx.get(memberships, member._id))?.entrusted === undefined) return refuse('NOT_ENTRUSTED')
    const done = await write(tx)
    return done.ok ? succeed({}) : refuse(entrustRefusal(done.code))
  })
})
