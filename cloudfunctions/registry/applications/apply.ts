import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unions } from '../../_kernel/records/registry'
import { foundingOffers, unionApplications } from '../../_kernel/records/union-applications'
import { committees } from '../../_kernel/records/union-registry'
import { implement } from '../../_kernel/serve'
import { hasActiveBelow } from '../../_kernel/unions/below'
import { offeredTo } from './founding-offer'
import { judgeApplication } from './judge'
import { sending } from './send'
import { hasRunOut, termRunOut } from './term'

/** 申请建会: by whoever prepares it, with the code of the union above. */
export const applyFounding = implement(registry.procedures.applyFounding, async (call) => {
  const { code, body: typed, papers } = call.input
  const offered = await offeredTo(code, call)
  if (!offered.ok) return offered
  const { offer, upper, unit, application } = offered.data
  const own = unit.union === undefined ? undefined : await call.store.get(unions, unit.union)
  if (own?.status === 'active') return refuse('ALREADY_FOUNDED')
  const policy = await policyOfUnion(upper, call)
  const body = await judgeApplication(typed, papers, policy, { kept: application?._id, call })
  if (!body.ok) return body
  const again = application !== undefined
  const id = application?._id ?? call.random.id()
  const about = { unit: unit._id }
  const send = sending({ id, upper: upper._id, about, name: unit.name, body: body.data, papers, again, policy }, call)
  return call.act(async (tx) => {
    const mine = await tx.get(foundingOffers, offer._id)
    if (mine === undefined || (mine.account !== undefined && mine.account !== call.account))
      return refuse('FOUNDING_OFFER_GONE')
    if (mine.application !== undefined && mine.application !== id) return refuse('APPLICATION_CHANGED')
    const sent = await send(tx)
    if (!sent.ok) return sent
    await tx.put(foundingOffers, { ...mine, account: call.account, application: id })
    return succeed({})
  })
})

/** 申请换届、补选、撤销: by those who lead the union. */
export const applyToUpper = implement(registry.procedures.applyToUpper, async (call) => {
  const { union: unionId, again, body: typed, papers } = call.input
  const union = await call.store.get(unions, unionId)
  if (union?.status !== 'active' || union.parent === undefined) return refuse('UNION_NOT_ACTIVE')
  const before = again === undefined ? undefined : await call.store.get(unionApplications, again)
  if (again !== undefined && (before?.union !== unionId || before.kind !== typed.kind)) return refuse('NOT_FOUND')
  if (typed.kind === 'dissolution' && (await hasActiveBelow(unionId, call.store))) return refuse('UNION_LEADS_OTHERS')
  const policy = await policyOfUnion(union, call)
  const body = await judgeApplication(typed, papers, policy, { kept: again, call })
  if (!body.ok) return body
  const term = await call.store.get(committees, `${unionId}:committee`)
  if (typed.kind === 'by-election' && hasRunOut(term?.until, call.today))
    return refuse('DAY_INVALID', { field: 'body.heldOn', message: termRunOut })
  const id = again ?? call.random.id()
  const about = { union: unionId }
  const send = sending(
    { id, upper: union.parent, about, name: union.name, body: body.data, papers, again: again !== undefined, policy },
    call,
  )
  return call.act(async (tx) => {
    const sent = await send(tx)
    return sent.ok ? succeed({ application: id }) : sent
  })
})
