import type { ManagementId, StaffCongressId, UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { ManagementFacts } from '../../../shared/home/management/facts'
import { staffCongresses } from '../../_kernel/records/congresses'
import { managementRecords } from '../../_kernel/records/management'
import type { Call } from '../../_kernel/serve'

/** Where a record is amended its `id` is asked with it. */
type Writing = Pick<Call<{ readonly union: UnionId; readonly id?: ManagementId }>, 'store' | 'today' | 'input'>

/** 能不能登记: it was done, and the 职工大会 it names is one of the union’s own. One that it named before stays, though its record was deleted since. */
export async function mayBeRecorded(
  union: UnionId,
  facts: ManagementFacts,
  call: Writing,
): Promise<Outcome<void, 'DAY_INVALID' | 'FIELD_INVALID'>> {
  if (facts.day > call.today)
    return refuse('DAY_INVALID', { field: 'facts.day', message: '办过的事才登记，日期不能晚于今天。' })
  if (facts.kind === 'appraisal' && facts.publishedOn !== undefined && facts.publishedOn > call.today)
    return refuse('DAY_INVALID', { field: 'facts.publishedOn', message: '公布了才登记，日期不能晚于今天。' })
  if (facts.kind === 'contract' && facts.passedBy !== undefined) {
    const passed = await call.store.get(staffCongresses, facts.passedBy)
    if (passed?.union !== union && facts.passedBy !== (await namedBefore(call)))
      return refuse('FIELD_INVALID', { field: 'facts.passedBy', message: '没有找到这次职工大会，请重新选择。' })
  }
  return succeed(undefined)
}

async function namedBefore({ store, input: { id } }: Writing): Promise<StaffCongressId | undefined> {
  const facts = id === undefined ? undefined : (await store.get(managementRecords, id))?.facts
  return facts?.kind === 'contract' ? facts.passedBy : undefined
}
