import { membership } from '../../shared/contract/membership'
import type { Verdict } from '../../shared/contract/membership-views'
import type { ApplicationId, Revision, UnionId } from '../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../shared/core/outcome'
import { advance } from '../../shared/membership/application'
import { applications, isSent, type ApplicationRecord } from '../_kernel/records/applications'
import { implement, type Call } from '../_kernel/serve'
import { readyApproval } from './deciding/approve'
import type { DecideCode, ReadyDecision } from './deciding/decided'
import { readySendBack } from './deciding/send-back'

/** 审批. */
export const decide = implement(membership.procedures.decide, async (call) => {
  const { union, application, seen, verdict } = call.input
  const ready = await readyDecision({ union, application, seen }, verdict, call)
  return ready.ok ? call.act(ready.data.decision) : ready
})

/** Reads the application as the officer saw it and makes the decision ready. Another union’s application is not found. */
export async function readyDecision(
  item: { union: UnionId; application: ApplicationId; seen: Revision },
  verdict: Verdict,
  call: Call<unknown>,
): Promise<Outcome<{ decision: ReadyDecision; application: ApplicationRecord }, DecideCode>> {
  const application = await call.store.get(applications, item.application)
  if (application?.union !== item.union) return refuse('NOT_FOUND')
  const next = advance(application.state, verdict.kind)
  if ('refuse' in next) return refuse(next.refuse === 'NOT_RETURNED' ? 'APPLICATION_CHANGED' : next.refuse)
  if (!isSent(application)) return refuse('APPLICATION_CLOSED')
  if (application.revision !== item.seen) return refuse('APPLICATION_CHANGED')
  if (verdict.kind === 'approve' && application.undecided) return refuse('ROUTE_UNDECIDED')
  if (verdict.kind !== 'approve') return succeed({ decision: readySendBack(application, verdict, call), application })
  const approval = await readyApproval(application, verdict.committee, call)
  return approval.ok ? succeed({ decision: approval.data, application }) : approval
}
