import { maskName } from '../../shared/identity/mask'
import { memberships, RosterSecrets, type MembershipRecord } from './records/memberships'
import type { Runtime } from './runtime'
import { openJson } from './secrets'

type Ports = Pick<Runtime, 'sealer'>

/** What a roster row shows of a member. */
export function rosterOf(membership: MembershipRecord, { sealer }: Ports): RosterSecrets {
  const place = { collection: memberships.name, id: membership._id, field: 'roster' }
  return openJson(sealer, place, RosterSecrets, membership.roster)
}

/** 张*三: for whoever may know that they are a member, and no more. */
export const maskedNameOf = (membership: MembershipRecord, ports: Ports): string =>
  maskName(rosterOf(membership, ports).name)
