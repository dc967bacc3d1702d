import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { isChangeDay } from '../../../shared/membership/change-day'
import { clauseOf } from '../../../shared/membership/clauses'
import { mayEntrust } from '../../../shared/membership/entrust'
import { changed } from '../../../shared/membership/life'
import { putDocument } from '../../_kernel/documents'
import { memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { changing } from '../life/change'
import { heldHere } from '../life/held'
import { partiesOf } from './parties'
import { entrustRefusal } from './refusal'

/** 委托管理: membership and vote stay; the other side’s union looks after the member, one of the two units pays. */
export const entrust = implement(contract.procedures.entrust, async (call) => {
  const { to, payingUnit, since, agreement } = call.input
  const held = await heldHere(call.input, call)
  if (!held.ok) return held
  const { member, union, policy } = held.data
  const next = changed(member.state, 'entrust')
  if ('refuse' in next) return refuse(entrustRefusal(next.refuse))
  if (member.entrusted !== undefined) return refuse('ENTRUSTED_ALREADY')
  const parties = await partiesOf(member, call)
  if (!parties.ok) return parties
  if (!mayEntrust(member.union, parties.data, { to, payingUnit }))
    return refuse('ENTRUST_CHOICE_INVALID', { field: 'to' })
  if (!isChangeDay('entrust', since, { ...member, today: call.today })) return refuse('DAY_INVALID', { field: 'since' })
  if (agreement === undefined && policy.values.documentsFor.includes('entrust'))
    return refuse('DOCUMENT_MISSING', { field: 'agreement', message: '委托管理要有协议，请拍照上传。' })
  const kept = agreement === undefined ? undefined : await putDocument(agreement, call)
  if (kept?.ok === false) return refuse(kept.code, { field: 'agreement' })

  const manager = await call.store.get(unions, to)
  const document = kept?.data
  const write = changing(
    {
      person: member._id,
      change: 'entrust',
      reason: 'dispatch-agreement',
      on: since,
      from: union,
      union,
      facts: { entrusted: { to, payingUnit, since, ...(document === undefined ? {} : { agreement: document }) } },
      document,
      clause: clauseOf.entrust,
      tell: `您的会籍仍在${union.name}，日常由${manager?.name ?? ''}代为管理；选举和投票都在${union.name}。`,
    },
    call,
  )
  return call.act(async (tx) => {
    if ((await tx.get(memberships, member._id))?.entrusted !== undefined) return refuse('ENTRUSTED_ALREADY')
    const done = await write(tx)
    return done.ok ? succeed({}) : refuse(entrustRefusal(done.code))
  })
})
