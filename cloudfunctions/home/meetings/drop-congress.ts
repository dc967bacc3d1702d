import { home } from '../../../shared/contract/home'
import type { Revision, UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { MemberCongress, StaffCongress } from '../../../shared/home/meetings/facts'
import { auditing } from '../../_kernel/audit'
import type { MemberCongressRecord, StaffCongressRecord } from '../../_kernel/records/congresses'
import { fileUses } from '../../_kernel/records/file-uses'
import { implement, type Call } from '../../_kernel/serve'
import { memberKind, staffKind, type CongressKind } from './kinds'

/** 删去登记错了的会员(代表)大会. */
export const dropMemberCongress = implement(home.procedures.dropMemberCongress, (call) => drop(memberKind, call))
/** 删去登记错了的职工(代表)大会. */
export const dropStaffCongress = implement(home.procedures.dropStaffCongress, (call) => drop(staffKind, call))

interface Dropping<Id> {
  readonly union: UnionId
  readonly id: Id
  readonly seen: Revision
}

/** Its photographs are nobody’s any more, and swept; the trail keeps that it was there. */
async function drop<
  Held extends MemberCongress | StaffCongress,
  Kept extends MemberCongressRecord | StaffCongressRecord,
>(
  kind: CongressKind<Held, Kept>,
  call: Call<Dropping<Kept['_id']>>,
): Promise<Outcome<Record<string, never>, 'NOT_FOUND' | 'MEETING_CHANGED' | 'REQUEST_REUSED'>> {
  const { union, id, seen } = call.input
  const audit = auditing(call, { action: `${kind.action}.drop`, subject: id, union })
  return call.act(async (tx) => {
    const kept = await tx.get(kind.collection, id)
    if (kept?.union !== union) return refuse('NOT_FOUND')
    if (kept.version !== seen) return refuse('MEETING_CHANGED')
    await tx.remove(kind.collection, id)
    for (const file of kept.papers) await tx.remove(fileUses, file)
    await audit(tx)
    return succeed({})
  })
}
