import type { UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { ManagementFacts } from '../../../shared/home/management/facts'
import { staffCongresses } from '../../_kernel/records/congresses'
import type { Call } from '../../_kernel/serve'

/** 能不能登记: it was done, and the 职工大会 it names is one of the union’s own. */
export async function mayBeRecorded(
  union: UnionId,
  facts: ManagementFacts,
  call: Pick<Call<unknown>, 'store' | 'today'>,
): Promise<Outcome<void, 'DAY_INVALID' | 'FIELD_INVALID'>> {
  if (facts.day > call.today)
    return refuse('DAY_INVALID', { field: 'facts.day', message: '办过的事才登记，日期不能晚于今天。' })
  if (facts.kind === 'appraisal' && facts.publishedOn !== undefined && facts.publishedOn > call.today)
    return refuse('DAY_INVALID', { field: 'facts.publishedOn', message: '公布了才登记，日期不能晚于今天。' })
  if (facts.kind === 'contract' && facts.passedBy !== undefined) {
    const passed = await call.store.get(staffCongresses, facts.passedBy)
    if (passed?.union !== union)
      return refuse('FIELD_INVALID', { field: 'facts.passedBy', message: '没有找到这次职工大会，请重新选择。' })
  }
  return succeed(undefined)
}
