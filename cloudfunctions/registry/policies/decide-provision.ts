import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { unreachable } from '../../../shared/core/unreachable'
import { earliestEffect } from '../../../shared/policy/adopted'
import { auditing } from '../../_kernel/audit'
import { provisions } from '../../_kernel/records/provisions'
import { implement } from '../../_kernel/serve'

type Verdict = z.output<typeof registry.procedures.decideProvision.input>['verdict']

/** 公布或退回: by somebody else than whoever proposed it. From then on it is nobody’s to change. */
export const decideProvision = implement(registry.procedures.decideProvision, async (call) => {
  const { union, provision, verdict } = call.input
  const { account: decidedBy, now: decidedAt } = call
  const audit = auditing(call, { action: `policy.${verdict.kind}`, subject: provision, union, content: verdict })
  return call.act(async (tx) => {
    const found = await tx.get(provisions, provision)
    if (found?.union !== union) return refuse('NOT_FOUND')
    if (found.state !== 'proposed') return refuse('PROVISION_SETTLED')
    if (found.proposedBy === decidedBy) return refuse('PROVISION_OWN')
    if (verdict.kind === 'adopt' && found.effectiveFrom < earliestEffect(call.today)) return refuse('EFFECT_TOO_EARLY')
    await tx.put(provisions, { ...found, ...settled(verdict), decidedBy, decidedAt })
    await audit(tx)
    return succeed({})
  })
})

function settled(verdict: Verdict) {
  switch (verdict.kind) {
    case 'adopt':
      return { state: 'adopted' } as const
    case 'reject':
      return { state: 'rejected', reason: verdict.reason } as const
    default:
      return unreachable(verdict)
  }
}
