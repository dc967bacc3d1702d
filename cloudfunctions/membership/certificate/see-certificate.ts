import { certificateProcedures } from '../../../shared/contract/membership-certificate'
import { succeed } from '../../../shared/core/outcome'
import { certificates } from '../../_kernel/records/certificates'
import { memberships } from '../../_kernel/records/memberships'
import { implement } from '../../_kernel/serve'
import { maskedNameOf } from '../../_kernel/roster'
import { certificateId, certifies, secretsOfCertificate } from './held'

/** 查验会籍证明: what stands on it, as it is now; one that is unknown, used or run out all look the same. */
export const seeCertificate = implement(certificateProcedures.seeCertificate, async (call) => {
  const certificate = await call.store.get(certificates, certificateId(call.input.code, call))
  const membership = certificate === undefined ? undefined : await call.store.get(memberships, certificate.person)
  if (certificate === undefined || membership === undefined || !certifies(certificate, membership, call.now))
    return succeed({ state: 'over' as const })
  const { unionName, issuedAt, expiresAt } = certificate
  return succeed({
    state: 'valid' as const,
    maskedName: maskedNameOf(membership, call),
    unionName,
    memberNumber: membership.memberNumber,
    since: membership.since,
    retained: membership.state === 'retained',
    destination: secretsOfCertificate(certificate, call).destination,
    issuedAt,
    expiresAt,
  })
})
