import type { UnionId } from '../../../shared/core/ids'
import type { Standpoint } from '../../../shared/org/appointment'
import { holdsRight } from '../../_kernel/access'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'

export interface Appointing {
  readonly union: UnionRecord
  readonly standpoint: Standpoint
}

/** From where the caller appoints: the contract has let officers in who may appoint here at all; whoever holds the right above uses that. */
export async function appointingAt(
  id: UnionId,
  call: Pick<Call<unknown>, 'store' | 'account' | 'now'>,
): Promise<Appointing | undefined> {
  const union = await call.store.get(unions, id)
  if (union === undefined) return undefined
  const above = union.line.filter((step) => step !== id)
  const standpoint = (await holdsRight(call.store, call.account, above, 'officers', call.now)) ? 'above' : 'own'
  return { union, standpoint }
}
