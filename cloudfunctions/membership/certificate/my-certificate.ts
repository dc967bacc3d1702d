import { certificateProcedures } from '../../../shared/contract/membership-certificate'
import { succeed } from '../../../shared/core/outcome'
import { implement } from '../../_kernel/serve'
import { certifies, myMembership, openCertificates, shownCertificate } from './held'

/** 我的会籍证明. */
export const myCertificate = implement(certificateProcedures.myCertificate, async (call) => {
  const membership = await myMembership(call)
  const [newest] = membership === undefined ? [] : await openCertificates(membership._id, call)
  return succeed(
    newest !== undefined && certifies(newest, membership, call.now)
      ? { certificate: shownCertificate(newest, call) }
      : {},
  )
})
