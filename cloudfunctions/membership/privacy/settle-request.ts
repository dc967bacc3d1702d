import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { dataRequests, RequestSecrets } from '../../_kernel/records/data-requests'
import { memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { openJson, sealJson } from '../../_kernel/secrets'
import { implement } from '../../_kernel/serve'
import { correcting } from './correct'

/** 办结个人信息请求. */
export const settleRequest = implement(contract.procedures.settleRequest, async (call) => {
  const { union, request: id, verdict } = call.input
  const [seen, acting] = await Promise.all([call.store.get(dataRequests, id), call.store.get(unions, union)])
  if (seen === undefined || acting === undefined || (seen.union !== union && seen.raisedTo !== union))
    return refuse('NOT_FOUND')
  const place = { collection: dataRequests.name, id, field: 'secrets' }
  const secrets = openJson(call.sealer, place, RequestSecrets, seen.secrets)
  const told = notifying(call, { account: seen.account, text: textOf(acting.name, seen.kind, verdict) })
  const correct = verdict.kind === 'done' ? correcting(seen, secrets, call) : undefined
  const audit = auditing(call, {
    action: `data.${seen.kind}-${verdict.kind}`,
    subject: seen.person ?? seen.account,
    union,
    content: { field: seen.field, ...(verdict.kind === 'declined' ? { reason: verdict.reason } : {}) },
  })
  return call.act(async (tx) => {
    const request = await tx.get(dataRequests, id)
    if (request?.state !== 'open') return refuse('REQUEST_SETTLED')
    if (verdict.kind === 'done') {
      const held = request.person === undefined ? undefined : await tx.get(memberships, request.person)
      if (request.kind === 'erasure' && (held?.state === 'active' || held?.state === 'retained'))
        return refuse('STILL_MEMBER')
      const corrected = await correct?.(tx)
      if (corrected?.ok === false) return corrected
    }
    await tx.put(dataRequests, {
      ...request,
      state: verdict.kind,
      settledAt: call.now,
      ...(verdict.kind === 'done'
        ? {}
        : { secrets: sealJson(call.sealer, place, { ...secrets, reason: verdict.reason }) }),
    })
    await told(tx)
    await audit(tx)
    return succeed({})
  })
})

function textOf(unionName: string, kind: 'correction' | 'erasure', verdict: { readonly kind: 'done' | 'declined' }) {
  const what = kind === 'correction' ? '更正资料的请求' : '删除资料的请求'
  return verdict.kind === 'done'
    ? `${unionName}已经办好您${what}。`
    : `${unionName}没有同意您${what}，理由在“我的资料”里。`
}
