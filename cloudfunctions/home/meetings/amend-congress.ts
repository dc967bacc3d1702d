import { home } from '../../../shared/contract/home'
import { Revision, type UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { MemberCongress, StaffCongress } from '../../../shared/home/meetings/facts'
import { auditing } from '../../_kernel/audit'
import { keepDocument } from '../../_kernel/documents'
import type { MemberCongressRecord, StaffCongressRecord } from '../../_kernel/records/congresses'
import { fileUses } from '../../_kernel/records/file-uses'
import { unions } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { finishingDuties } from '../management/finishing-duties'
import { memberKind, staffKind, type CongressKind } from './kinds'
import { mayBeWritten } from './may-be-written'

/** 修改会员(代表)大会的记录. */
export const amendMemberCongress = implement(home.procedures.amendMemberCongress, (call) => amend(memberKind, call))
/** 修改职工(代表)大会的记录. */
export const amendStaffCongress = implement(home.procedures.amendStaffCongress, (call) => amend(staffKind, call))

interface Amending<Held, Id> {
  readonly union: UnionId
  readonly id: Id
  readonly seen: Revision
  readonly facts: Held
}

/** Which session it was is what it is found by, and stays. A photograph that is taken out is nobody’s any more, and swept. */
async function amend<
  Held extends MemberCongress | StaffCongress,
  Kept extends MemberCongressRecord | StaffCongressRecord,
>(
  kind: CongressKind<Held, Kept>,
  call: Call<Amending<Held, Kept['_id']>>,
): Promise<
  Outcome<
    { version: Revision },
    | 'NOT_FOUND'
    | 'UNION_NOT_ACTIVE'
    | 'DAY_INVALID'
    | 'MEETING_CHANGED'
    | 'FIELD_INVALID'
    | 'DOCUMENT_MISSING'
    | 'REQUEST_REUSED'
  >
> {
  const { union, id, seen, facts } = call.input
  const [led, kept] = await Promise.all([call.store.get(unions, union), call.store.get(kind.collection, id)])
  if (kept?.union !== union) return refuse('NOT_FOUND')
  if (led?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  if (kind.idOf(union, facts) !== id)
    return refuse('FIELD_INVALID', {
      field: 'facts.session',
      message: '第几届、第几次不能改；填错了请删去这份，重新登记。',
    })
  const allowed = await mayBeWritten(facts, { collection: kind.collection.name, record: id }, call)
  if (!allowed.ok) return allowed
  const version = Revision.parse(seen + 1)
  const audit = auditing(call, { action: `${kind.action}.amend`, subject: id, union, content: facts })
  const finish = await finishingDuties(led, facts, kind.counts, call, kept)
  return call.act(async (tx) => {
    const before = await tx.get(kind.collection, id)
    if (before === undefined) return refuse('NOT_FOUND')
    if (before.version !== seen) return refuse('MEETING_CHANGED')
    const writing = { version, recordedAt: before.recordedAt, changedAt: call.now, changedBy: call.account }
    await tx.put(kind.collection, kind.keptOf(union, facts, writing, call))
    for (const gone of before.papers) if (!facts.papers.includes(gone)) await tx.remove(fileUses, gone)
    for (const file of facts.papers) await keepDocument(tx, file, { collection: kind.collection.name, record: id })
    await finish(tx)
    await audit(tx)
    return succeed({ version })
  })
}
