import { home } from '../../../shared/contract/home'
import { Revision } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { managementRecords, versionOf, type ManagementRecord } from '../../_kernel/records/management'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { finishingWith } from './finishing-duties'
import { mayBeRecorded } from './may-be-recorded'

/** 修改一条: what was signed and is filed on paper later, what was held and is made known later. Of which kind it is stays; the record keeps what stood there. */
export const amendManagement = implement(home.procedures.amendManagement, async (call) => {
  const { union, id, seen, facts } = call.input
  const [led, kept] = await Promise.all([call.store.get(unions, union), call.store.get(managementRecords, id)])
  if (kept?.union !== union || kept.kind !== facts.kind) return refuse('NOT_FOUND')
  if (led?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const allowed = await mayBeRecorded(union, facts, call)
  if (!allowed.ok) return allowed
  const version = Revision.parse(seen + 1)
  const content = { before: kept.facts, facts }
  const audit = auditing(call, { action: 'management.amend', subject: id, union, content })
  const finish = await finishingWith(led, facts, call)
  return call.act(async (tx) => {
    const before = await tx.get(managementRecords, id)
    if (before === undefined) return refuse('NOT_FOUND')
    if (versionOf(before) !== seen) return refuse('MEETING_CHANGED')
    await tx.put(managementRecords, {
      ...before,
      before: [...(before.before ?? []), asItStood(before)],
      day: facts.day,
      facts,
      version,
      changedAt: call.now,
      changedBy: call.account,
    })
    await finish(tx)
    await audit(tx)
    return succeed({ version })
  })
})

function asItStood({ facts, recordedAt, recordedBy, changedAt, changedBy }: ManagementRecord) {
  return { facts, at: changedAt ?? recordedAt, by: changedBy ?? recordedBy }
}
