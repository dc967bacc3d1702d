import type { HandedCode } from '../../../shared/core/ids'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { bindings, type BindingRecord } from '../../_kernel/records/persons'
import type { Call } from '../../_kernel/serve'

/** Under which id a code’s binding lies. */
export function bindingId(code: HandedCode, { indexer }: Pick<Call<unknown>, 'indexer'>): string {
  return indexer.lockId(`binding:${code}`)
}

/** A code that nobody has taken yet and that has not run out, with the membership as it stands now. */
export async function openCode(
  code: HandedCode,
  call: Pick<Call<unknown>, 'store' | 'indexer' | 'now'>,
): Promise<{ readonly binding: BindingRecord; readonly membership: MembershipRecord } | undefined> {
  const binding = await call.store.get(bindings, bindingId(code, call))
  if (binding === undefined || binding.waiting || binding.expiresAt <= call.now) return undefined
  const membership = await call.store.get(memberships, binding.person)
  return membership?.union === binding.union ? { binding, membership } : undefined
}
