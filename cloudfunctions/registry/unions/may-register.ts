import { holdsRight } from '../../_kernel/access'
import type { UnionRecord } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'

/** 登记归上级: whoever founds unions above this one, or leads there; the top of a line, which nobody founded, registers itself. */
export function mayRegister(
  { _id, line }: UnionRecord,
  call: Pick<Call<unknown>, 'store' | 'account' | 'now'>,
  right: 'found' | 'officers' = 'found',
) {
  const above = line.filter((id) => id !== _id)
  return holdsRight(call.store, call.account, above.length === 0 ? [_id] : above, right, call.now)
}
