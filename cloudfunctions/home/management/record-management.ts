import { home } from '../../../shared/contract/home'
import { ManagementId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { managementRecords } from '../../_kernel/records/management'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { finishingWith } from './finishing-duties'
import { mayBeRecorded } from './may-be-recorded'

/** 登记一条. */
export const recordManagement = implement(home.procedures.recordManagement, async (call) => {
  const { union, facts } = call.input
  const led = await call.store.get(unions, union)
  if (led?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const allowed = await mayBeRecorded(union, facts, call)
  if (!allowed.ok) return allowed
  const id = ManagementId.parse(call.random.id())
  const audit = auditing(call, { action: `management.${facts.kind}`, subject: id, union, content: facts })
  const finish = await finishingWith(led, facts, call)
  return call.act(async (tx) => {
    await tx.insert(managementRecords, {
      _id: id,
      union,
      kind: facts.kind,
      day: facts.day,
      facts,
      recordedAt: call.now,
      recordedBy: call.account,
    })
    await finish(tx)
    await audit(tx)
    return succeed({ id })
  })
})
