import { ApplicationId } from '../../shared/core/ids'
import { refuse, succeed } from '../../shared/core/outcome'
import { membership } from '../../shared/contract/membership'
import { auditing } from '../_kernel/audit'
import { claimNumber } from '../_kernel/locks'
import { applications, claims, drafts, type ApplicationRecord } from '../_kernel/records/applications'
import { implement } from '../_kernel/serve'
import { acceptForm, keepSignature } from './joining/accept'
import { firstRevision, formPart } from './joining/record'

/** 提交入会申请. */
export const submit = implement(membership.procedures.submit, async (call) => {
  const judged = await acceptForm(call.input.form, call)
  if (!judged.ok) return judged
  const accepted = judged.data
  const signature = await keepSignature(accepted, call)
  if (!signature.ok) return signature

  const id = ApplicationId.parse(call.random.id())
  const record: ApplicationRecord = {
    ...formPart(id, accepted, signature.data.signature, call),
    _id: id,
    account: call.account,
    state: 'submitted',
    revision: firstRevision,
    submittedAt: call.now,
    dueOn: accepted.dueOn,
    updatedAt: call.now,
    timeline: [
      { kind: 'submitted', at: call.now, by: call.account, union: accepted.union._id, unionName: accepted.union.name },
    ],
  }
  const audit = auditing(call, {
    action: 'application.submit',
    subject: id,
    union: record.union,
    policyVersion: record.route.policyVersion,
    content: record.secrets,
  })
  return call.act(async (tx) => {
    const counted = await accepted.quota.spendIn(tx)
    if (!counted.ok) return counted
    const ownClaim = `account:${call.account}`
    if ((await tx.get(claims, ownClaim)) !== undefined) return refuse('APPLICATION_OPEN')
    await tx.insert(applications, record)
    await tx.insert(claims, { _id: ownClaim, application: id })
    // Somebody else may hold the lock on this number: the answer stays the same, the officers see the duplicate.
    await claimNumber(tx, record.locks, id)
    await tx.remove(drafts, call.account)
    await audit(tx)
    return succeed({ application: id, state: record.state, dueOn: record.dueOn, unionName: record.unionName })
  })
})
