import { certificateProcedures } from '../../../shared/contract/membership-certificate'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { certificates } from '../../_kernel/records/certificates'
import { implement } from '../../_kernel/serve'
import { closed, myMembership, openCertificates } from './held'

/** 不转了. */
export const withdrawCertificate = implement(certificateProcedures.withdrawCertificate, async (call) => {
  const membership = await myMembership(call)
  const [newest] = membership === undefined ? [] : await openCertificates(membership._id, call)
  if (newest === undefined) return refuse('CERTIFICATE_GONE')
  const audit = auditing(call, { action: 'certificate.withdraw', subject: newest.person, union: newest.union })
  return call.act(async (tx) => {
    const known = await tx.get(certificates, newest._id)
    if (known?.state !== 'open') return refuse('CERTIFICATE_GONE')
    await tx.put(certificates, closed(known, 'withdrawn'))
    await audit(tx)
    return succeed({})
  })
})
