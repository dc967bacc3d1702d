import type { UnionId } from '../../../shared/core/ids'
import type { IsoDate } from '../../../shared/core/time'
import { dueOn } from '../../../shared/membership/due'
import { resolvePolicy, type Policy } from '../../../shared/policy/resolve'
import { unions } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import { policyOfUnion } from '../../_kernel/policy-of-union'

type Ports = Pick<Call<unknown>, 'store' | 'today'>

export async function policyOf(union: UnionId, call: Ports): Promise<Policy> {
  const record = await call.store.get(unions, union)
  return record === undefined ? resolvePolicy([], call.today) : policyOfUnion(record, call)
}

/** 通知期 (T3), by the policy of the union that is left. A retained membership has no labour relation that could be reported unchanged. */
export async function noticeOf(
  change: 'move' | 'resume',
  from: UnionId,
  call: Ports,
): Promise<{ readonly days: number; readonly releasesOn: IsoDate | undefined }> {
  const days = (await policyOf(from, call)).values.transferNoticeDays
  return { days, releasesOn: change === 'resume' ? undefined : dueOn(call.today, days) }
}

/** Until when a union that is asked has to answer. */
export async function answerBy(union: UnionId, call: Ports): Promise<IsoDate> {
  return dueOn(call.today, (await policyOf(union, call)).values.taskWorkingDays)
}
