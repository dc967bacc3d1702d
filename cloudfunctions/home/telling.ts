import type { UnionId } from '../../shared/core/ids'
import { leadersOf } from '../_kernel/leaders'
import { notifying } from '../_kernel/notify'
import type { Call } from '../_kernel/serve'

/** To chair and deputies of the union. */
export async function telling(union: UnionId, text: string, call: Pick<Call<unknown>, 'store' | 'now' | 'random'>) {
  const notices = (await leadersOf(union, call)).map((account) => notifying(call, { account, text }))
  return async (tx: Parameters<(typeof notices)[number]>[0]) => {
    for (const notice of notices) await notice(tx)
  }
}
