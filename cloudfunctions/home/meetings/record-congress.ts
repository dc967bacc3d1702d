import { home } from '../../../shared/contract/home'
import { Revision, type UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { MemberCongress, StaffCongress } from '../../../shared/home/meetings/facts'
import { auditing } from '../../_kernel/audit'
import { keepDocument } from '../../_kernel/documents'
import type { MemberCongressRecord, StaffCongressRecord } from '../../_kernel/records/congresses'
import { unions } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { finishingDuties } from '../management/finishing-duties'
import { memberKind, staffKind, type CongressKind } from './kinds'
import { mayBeWritten } from './may-be-written'

/** 登记会员(代表)大会. */
export const recordMemberCongress = implement(home.procedures.recordMemberCongress, (call) => record(memberKind, call))
/** 登记职工(代表)大会. */
export const recordStaffCongress = implement(home.procedures.recordStaffCongress, (call) => record(staffKind, call))

async function record<
  Held extends MemberCongress | StaffCongress,
  Kept extends MemberCongressRecord | StaffCongressRecord,
>(
  kind: CongressKind<Held, Kept>,
  call: Call<{ readonly union: UnionId; readonly facts: Held }>,
): Promise<
  Outcome<
    { id: Kept['_id'] },
    'UNION_NOT_ACTIVE' | 'DAY_INVALID' | 'MEETING_RECORDED' | 'DOCUMENT_MISSING' | 'REQUEST_REUSED'
  >
> {
  const { union, facts } = call.input
  const led = await call.store.get(unions, union)
  if (led?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const id = kind.idOf(union, facts)
  const allowed = await mayBeWritten(facts, { collection: kind.collection.name, record: id }, call)
  if (!allowed.ok) return allowed
  const writing = { version: Revision.parse(1), recordedAt: call.now, changedAt: call.now, changedBy: call.account }
  const kept = kind.keptOf(union, facts, writing, call)
  const audit = auditing(call, { action: `${kind.action}.record`, subject: id, union, content: facts })
  const finish = await finishingDuties(led, facts, kind.counts, call)
  return call.act(async (tx) => {
    if ((await tx.get(kind.collection, id)) !== undefined) return refuse('MEETING_RECORDED', { field: 'facts.session' })
    await tx.insert(kind.collection, kept)
    for (const file of facts.papers) await keepDocument(tx, file, { collection: kind.collection.name, record: id })
    await finish(tx)
    await audit(tx)
    return succeed({ id })
  })
}
