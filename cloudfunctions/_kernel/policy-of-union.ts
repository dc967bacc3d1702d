import type { Policy } from '../../shared/policy/resolve'
import { policyAt } from './policy/policy-at'
import { regions, type UnionRecord } from './records/registry'
import type { Call } from './serve'

/** Which region’s rules, letter and consent form apply: those of the union that handles the matter, as of `today`. */
export async function policyOfUnion(
  union: Pick<UnionRecord, 'region'>,
  call: Pick<Call<unknown>, 'store' | 'today'>,
): Promise<Policy> {
  const region = await call.store.get(regions, union.region)
  return policyAt(region?.path ?? [union.region], call.today, call)
}
