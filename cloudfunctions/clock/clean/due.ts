import type { IsoDate } from '../../../shared/core/time'
import { dueOn } from '../../../shared/membership/due'
import type { Policy } from '../../../shared/policy/resolve'
import { policyAt as policyAtPlace } from '../../_kernel/policy/policy-at'
import { regions, type UnionRecord } from '../../_kernel/records/registry'
import type { Store } from '../../_kernel/store/port'

/** The policy of the place a union is in. */
export async function policyAt(
  { region }: Pick<UnionRecord, 'region'>,
  day: IsoDate,
  store: Pick<Store, 'get' | 'find'>,
): Promise<Policy> {
  const place = await store.get(regions, region)
  return policyAtPlace(place?.path ?? [region], day, { store, today: day })
}

/** 待办期限 there. */
export async function dueForTask(
  union: UnionRecord,
  day: IsoDate,
  store: Pick<Store, 'get' | 'find'>,
): Promise<IsoDate> {
  return dueOn(day, (await policyAt(union, day, store)).values.taskWorkingDays)
}
