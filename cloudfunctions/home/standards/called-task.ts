import type { UnionId } from '../../../shared/core/ids'
import type { IsoDate } from '../../../shared/core/time'
import type { UnionRecord } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { stepTask, taskId } from '../../_kernel/tasks'
import { callsOf, nearestCall } from './assessments'

/** 部署的待办: of a union, for the day of the call. The clock asks; sending answers it. */
export const calledSubject = (union: UnionId, until: IsoDate): string => `${union}.${until}`
export const calledDay = (subject: string): string => subject.slice(subject.lastIndexOf('.') + 1)

/** 报送了，部署的待办办结. Where nobody called, or the clock has not come round yet, there is none to close. */
export async function closingCalled(
  union: UnionRecord,
  year: number,
  { store, now: at, account: by, today }: Pick<Call<unknown>, 'store' | 'now' | 'account' | 'today'>,
): Promise<(tx: Transaction) => Promise<void>> {
  const call = await nearestCall(union, callsOf(year, store), today)
  return async (tx) => {
    if (call === undefined) return
    const id = taskId('assessment-called', calledSubject(union._id, call.until))
    await stepTask(tx, id, { kind: 'finish' }, union, { by, at })
  }
}
