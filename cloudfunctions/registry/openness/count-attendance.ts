import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { publications } from '../../_kernel/records/publications'
import { implement } from '../../_kernel/serve'

/** 参加人数: those without a sign-up are counted too. Somebody was there: the activity was held. */
export const countAttendance = implement(registry.procedures.countAttendance, async (call) => {
  const { union, publication, attended } = call.input
  const audit = auditing(call, { action: 'publication.attended', subject: publication, union, content: attended })
  return call.act(async (tx) => {
    const record = await tx.get(publications, publication)
    if (record?.union !== union || record.activity === undefined) return refuse('NOT_FOUND')
    if (record.state === 'withdrawn') return refuse('PUBLICATION_WITHDRAWN')
    const { day } = record.activity
    if (call.today < day) return refuse('ACTIVITY_NOT_YET')
    const { heldOn: _, ...rest } = record
    await tx.put(publications, { ...rest, attended, ...(attended > 0 ? { heldOn: day } : {}) })
    await audit(tx)
    return succeed({})
  })
})
