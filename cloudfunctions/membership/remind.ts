import { refuse, succeed } from '../../shared/core/outcome'
import { membership } from '../../shared/contract/membership'
import { auditing } from '../_kernel/audit'
import { applications } from '../_kernel/records/applications'
import { implement } from '../_kernel/serve'
import { stepped } from './close'

/** 催一下: once a day; the officers see it in their inbox. Deciding does not depend on it, so what they saw stays valid. */
export const remind = implement(membership.procedures.remind, (call) => {
  const id = call.input.application
  const audit = auditing(call, { action: 'application.remind', subject: id })
  return call.act(async (tx) => {
    const before = await tx.get(applications, id)
    if (before?.account !== call.account) return refuse('NOT_FOUND')
    if (before.remindedOn === call.today) return refuse('ALREADY_REMINDED')
    const step = stepped(
      before,
      'remind',
      { kind: 'reminded', at: call.now, by: call.account },
      { remindedOn: call.today },
    )
    if (!step.ok) return refuse(step.code)
    await tx.put(applications, { ...step.after, revision: before.revision })
    await audit(tx)
    return succeed({})
  })
})
