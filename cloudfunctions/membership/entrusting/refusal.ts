import type { ChangeRefusal } from '../life/change'

/** Of the refusals that a change can have, those that an entrusted membership knows. */
export function entrustRefusal(code: ChangeRefusal) {
  return code === 'MEMBERSHIP_MOVED' || code === 'MEMBERSHIP_RETAINED' ? code : ('MEMBERSHIP_ENDED' as const)
}
