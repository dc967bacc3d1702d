import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { publications, signUps } from '../../_kernel/records/publications'
import { implement } from '../../_kernel/serve'

/** 签到, from the day of the activity on. */
export const tickPresence = implement(registry.procedures.tickPresence, async (call) => {
  const { union, publication, person, present } = call.input
  const record = await call.store.get(publications, publication)
  if (record?.union !== union || record.activity === undefined) return refuse('NOT_FOUND')
  if (call.today < record.activity.day) return refuse('ACTIVITY_NOT_YET')
  const audit = auditing(call, { action: 'sign-up.presence', subject: publication, union })
  return call.act(async (tx) => {
    const signUp = await tx.get(signUps, `${publication}:${person}`)
    if (signUp === undefined) return refuse('NOT_FOUND')
    const { present: _, ...rest } = signUp
    await tx.put(signUps, { ...rest, ...(present ? { present } : {}) })
    await audit(tx)
    return succeed({})
  })
})
