import { refuse, succeed } from '../../../shared/core/outcome'
import type { Verdict } from '../../../shared/contract/membership-views'
import { rejectReasonName, returnReasonName } from '../../../shared/membership/reasons'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { applications, type SentApplication, type StoredStep } from '../../_kernel/records/applications'
import type { Call } from '../../_kernel/serve'
import { releaseClaims, stepped, withoutProof } from '../close'
import type { ReadyDecision } from './decided'

type SentBack = Exclude<Verdict, { kind: 'approve' }>

/** 退回 or 不同意, with reasons. A returned application keeps its locks, a rejected one gives them back. */
export function readySendBack(application: SentApplication, verdict: SentBack, call: Call<unknown>): ReadyDecision {
  const notice = notifying(call, {
    account: application.account,
    application: application._id,
    text: messageOf(verdict, application),
  })
  const audit = auditing(call, {
    action: verdict.kind === 'return' ? 'application.return' : 'application.reject',
    subject: application._id,
    union: application.union,
    policyVersion: application.route.policyVersion,
    content: verdict,
  })
  return async (tx) => {
    const before = await tx.get(applications, application._id)
    if (before === undefined || before.revision !== application.revision) return refuse('APPLICATION_CHANGED')
    const step = stepped(before, verdict.kind, stepOf(verdict, before, call))
    if (!step.ok) return refuse(step.code)
    await tx.put(applications, verdict.kind === 'reject' ? withoutProof(step.after) : step.after)
    if (verdict.kind === 'reject') await releaseClaims(tx, before)
    await notice(tx)
    await audit(tx)
    return succeed({ state: step.after.state })
  }
}

function stepOf(
  verdict: SentBack,
  { desk: union, deskName: unionName }: Pick<SentApplication, 'desk' | 'deskName'>,
  call: Pick<Call<unknown>, 'now' | 'account'>,
): StoredStep {
  return {
    ...(verdict.kind === 'return'
      ? { kind: 'returned', returnReasons: verdict.reasons }
      : { kind: 'rejected', rejectReasons: verdict.reasons }),
    at: call.now,
    by: call.account,
    union,
    unionName,
    ...(verdict.note === undefined || verdict.note === '' ? {} : { note: verdict.note }),
  }
}

/** The officer’s own note stays out of the message: it may name people, and stands on the progress page. */
function messageOf(verdict: SentBack, { deskName: unionName }: Pick<SentApplication, 'deskName'>): string {
  return verdict.kind === 'return'
    ? `${unionName}请您修改入会申请：${verdict.reasons.map((reason) => returnReasonName[reason]).join('、')}。`
    : `${unionName}没有同意您的入会申请：${verdict.reasons.map((reason) => rejectReasonName[reason]).join('、')}。`
}
