import { home } from '../../../shared/contract/home'
import type { UnionId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import type { IsoDate } from '../../../shared/core/time'
import type { MemberCongress, StaffCongress } from '../../../shared/home/meetings/facts'
import { meetingMissing } from '../../../shared/home/meetings/standing'
import { notSeparate } from '../../../shared/home/meetings/together'
import type { MemberCongressRecord, StaffCongressRecord } from '../../_kernel/records/congresses'
import { holdsRight } from '../../_kernel/access'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unions } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { memberKind, staffKind, type CongressKind } from './kinds'

/** 看一次会员(代表)大会. */
export const memberCongress = implement(home.procedures.memberCongress, async (call) => {
  const { union, id } = call.input
  const kept = await call.store.get(memberKind.collection, id)
  if (kept?.union !== union) return refuse('NOT_FOUND')
  const facts = memberKind.heldOf(kept, call)
  const [standing, others] = await Promise.all([standingOf(union, facts, kept, call), sameDay(staffKind, facts, call)])
  return succeed({
    ...standing,
    facts,
    sameDay: others.map(({ id, held }) => ({ id, notSeparate: [...notSeparate(facts, held)] })),
  })
})

/** 看一次职工(代表)大会. */
export const staffCongress = implement(home.procedures.staffCongress, async (call) => {
  const { union, id } = call.input
  const kept = await call.store.get(staffKind.collection, id)
  if (kept?.union !== union) return refuse('NOT_FOUND')
  const facts = staffKind.heldOf(kept, call)
  const [standing, others] = await Promise.all([standingOf(union, facts, kept, call), sameDay(memberKind, facts, call)])
  return succeed({
    ...standing,
    facts,
    sameDay: others.map(({ id, held }) => ({ id, notSeparate: [...notSeparate(held, facts)] })),
  })
})

async function standingOf(
  id: UnionId,
  facts: MemberCongress | StaffCongress,
  { version, changedAt }: MemberCongressRecord | StaffCongressRecord,
  call: Call<unknown>,
) {
  const union = await call.store.get(unions, id)
  if (union === undefined) throw new Error(`a meeting of a union that is not there: ${id}`)
  const [{ values }, mine] = await Promise.all([
    policyOfUnion(union, call),
    holdsRight(call.store, call.account, [id], 'home', call.now),
  ])
  return { unionName: union.name, version, changedAt, missing: [...meetingMissing(facts, values.meetingQuorum)], mine }
}

/** 同一天的另一种会. */
async function sameDay<
  Held extends MemberCongress | StaffCongress,
  Kept extends MemberCongressRecord | StaffCongressRecord,
>(
  kind: CongressKind<Held, Kept>,
  { day }: { readonly day: IsoDate },
  call: Call<{ readonly union: UnionId }>,
): Promise<readonly { readonly id: Kept['_id']; readonly held: Held }[]> {
  const met = await kind.onDay(call.input.union, day, call.store)
  return met.map((kept) => ({ id: kept._id, held: kind.heldOf(kept, call) }))
}
