import { membership } from '../../shared/contract/membership'
import type { CommitteeDecision } from '../../shared/contract/membership-views'
import { sentences } from '../../shared/contract/errors'
import type { ApplicationId, Revision, UnionId } from '../../shared/core/ids'
import { succeed } from '../../shared/core/outcome'
import { maskName } from '../../shared/identity/mask'
import { applications } from '../_kernel/records/applications'
import { implement, type Call } from '../_kernel/serve'
import { secretsOf } from './applicant'
import { readyDecision } from './decide'

interface Item {
  readonly application: ApplicationId
  readonly seen: Revision
}

/** 批量同意: one decision of the committee, a transaction and an answer for each row. An item named twice is decided once. */
export const decideBatch = implement(membership.procedures.decideBatch, async (call) => {
  const { union, committee, items } = call.input
  const once = [...new Map(items.map((item) => [item.application, item])).values()]
  return succeed({ results: await Promise.all(once.map((item) => decideRow(union, item, committee, call))) })
})

/** T20: what somebody brings from outside this system is looked at beside their application, one by one. */
const openItFirst = { code: 'CERTIFICATE_UNSEEN', message: sentences.CERTIFICATE_UNSEEN } as const

async function decideRow(union: UnionId, item: Item, committee: CommitteeDecision, call: Call<unknown>) {
  const { application: id } = item
  const known = await call.store.get(applications, id)
  const maskedName = known?.union === union ? maskName(secretsOf(known, call).name) : undefined
  if (known?.union === union && secretsOf(known, call).answers.elsewhere !== undefined)
    return { ok: false as const, application: id, ...(maskedName === undefined ? {} : { maskedName }), ...openItFirst }
  const ready = await readyDecision({ union, ...item }, { kind: 'approve', committee }, call)
  const outcome = await call.act(ready.ok ? ready.data.decision : () => Promise.resolve(ready), id)
  if (outcome.ok && outcome.data.memberNumber !== undefined && maskedName !== undefined) {
    return { ok: true as const, application: id, maskedName, memberNumber: outcome.data.memberNumber }
  }
  const code = outcome.ok ? 'FAULT' : outcome.code
  const message = outcome.ok ? sentences.FAULT : (outcome.message ?? sentences[outcome.code])
  return { ok: false as const, application: id, ...(maskedName === undefined ? {} : { maskedName }), code, message }
}
