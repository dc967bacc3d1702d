import type { MembershipRecord } from '../../_kernel/records/memberships'

/** The membership with its index fields as the facts have them: `secondedSince` and `entrustedTo` say again what stands inside `seconded` and `entrusted`. */
export function indexed(record: MembershipRecord): MembershipRecord {
  const { secondedSince: _, entrustedTo: __, ...rest } = record
  return {
    ...rest,
    ...(rest.seconded === undefined ? {} : { secondedSince: rest.seconded.since }),
    ...(rest.entrusted === undefined ? {} : { entrustedTo: rest.entrusted.to }),
  }
}
