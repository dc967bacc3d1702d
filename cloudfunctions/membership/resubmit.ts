import { Revision } from '../../shared/core/ids'
import { refuse, succeed } from '../../shared/core/outcome'
import { membership } from '../../shared/contract/membership'
import { advance } from '../../shared/membership/application'
import { auditing } from '../_kernel/audit'
import { claimNumber, releaseNumber } from '../_kernel/locks'
import { applications, drafts, type ApplicationRecord } from '../_kernel/records/applications'
import { implement } from '../_kernel/serve'
import { acceptForm, keepSignature } from './joining/accept'
import { formPart } from './joining/record'

/** 修改后重新提交: the same application, its first sending time and its history kept; the clock starts again, as the union reads it again. */
export const resubmit = implement(membership.procedures.resubmit, async (call) => {
  const { application: id, seen, form } = call.input
  const judged = await acceptForm(form, call)
  if (!judged.ok) return judged
  const accepted = judged.data
  const signature = await keepSignature(accepted, call)
  if (!signature.ok) return signature

  const part = formPart(id, accepted, signature.data.signature, call)
  const audit = auditing(call, {
    action: 'application.resubmit',
    subject: id,
    union: part.union,
    policyVersion: part.route.policyVersion,
    content: part.secrets,
  })
  return call.act(async (tx) => {
    const counted = await accepted.quota.spendIn(tx)
    if (!counted.ok) return counted
    const before = await tx.get(applications, id)
    if (before?.account !== call.account) return refuse('NOT_FOUND')
    const next = advance(before.state, 'resubmit')
    if ('refuse' in next) return refuse(next.refuse)
    if (before.revision !== seen) return refuse('APPLICATION_CHANGED')
    const after: ApplicationRecord = {
      ...part,
      _id: id,
      account: before.account,
      state: next.to,
      revision: Revision.parse(before.revision + 1),
      submittedAt: before.submittedAt,
      dueOn: accepted.dueOn,
      updatedAt: call.now,
      timeline: [
        ...before.timeline,
        { kind: 'resubmitted', at: call.now, by: call.account, union: part.union, unionName: part.unionName },
      ],
    }
    await tx.put(applications, after)
    // A corrected number takes the locks of its own and gives the mistaken ones back.
    await releaseNumber(
      tx,
      before.locks.filter((lock) => !after.locks.includes(lock)),
      id,
    )
    await claimNumber(tx, after.locks, id)
    await tx.remove(drafts, call.account)
    await audit(tx)
    return succeed({ application: id, state: after.state, dueOn: after.dueOn, unionName: after.unionName })
  })
})
