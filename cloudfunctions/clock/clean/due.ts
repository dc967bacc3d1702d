import type { IsoDate } from '../../../shared/core/time'
import { dueOn } from '../../../shared/membership/due'
import { resolvePolicy, type Policy } from '../../../shared/policy/resolve'
import { regions, type UnionRecord } from '../../_kernel/records/registry'
import type { Reader } from '../../_kernel/store/port'

/** The policy of the place a union is in. */
export async function policyAt({ region }: Pick<UnionRecord, 'region'>, day: IsoDate, reader: Reader): Promise<Policy> {
  const place = await reader.get(regions, region)
  return resolvePolicy(place?.path ?? [region], day)
}

/** 待办期限 there. */
export async function dueForTask(union: UnionRecord, day: IsoDate, reader: Reader): Promise<IsoDate> {
  return dueOn(day, (await policyAt(union, day, reader)).values.taskWorkingDays)
}
