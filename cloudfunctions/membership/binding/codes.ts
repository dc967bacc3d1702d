import type { HandedCode } from '../../../shared/core/ids'
import { maskName } from '../../../shared/identity/mask'
import { memberships, RosterSecrets, type MembershipRecord } from '../../_kernel/records/memberships'
import { bindings, type BindingRecord } from '../../_kernel/records/persons'
import { openJson } from '../../_kernel/secrets'
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

export function rosterOf(membership: MembershipRecord, { sealer }: Pick<Call<unknown>, 'sealer'>): RosterSecrets {
  const place = { collection: memberships.name, id: membership._id, field: 'roster' }
  return openJson(sealer, place, RosterSecrets, membership.roster)
}

export const maskedNameOf = (membership: MembershipRecord, call: Pick<Call<unknown>, 'sealer'>): string =>
  maskName(rosterOf(membership, call).name)
