import { certificateProcedures } from '../../../shared/contract/membership-certificate'
import { HandedCode } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { isoTime } from '../../../shared/core/time'
import { auditing } from '../../_kernel/audit'
import { certificates, type CertificateRecord, type CertificateSecrets } from '../../_kernel/records/certificates'
import { unions } from '../../_kernel/records/registry'
import { sealJson } from '../../_kernel/secrets'
import { implement } from '../../_kernel/serve'
import { certificateDays, certificateId, closed, myMembership, openCertificates, shownCertificate } from './held'

const dayMs = 24 * 60 * 60 * 1000

/** 开会籍证明: the membership itself is untouched; the code is all that whoever receives it needs. */
export const issueCertificate = implement(certificateProcedures.issueCertificate, async (call) => {
  const membership = await myMembership(call)
  if (membership === undefined) return refuse('NOT_A_MEMBER')
  const [union, before] = await Promise.all([
    call.store.get(unions, membership.union),
    openCertificates(membership._id, call),
  ])
  const code = HandedCode.parse(call.random.id())
  const id = certificateId(code, call)
  const record: CertificateRecord = {
    _id: id,
    person: membership._id,
    union: membership.union,
    unionName: union?.name ?? '',
    state: 'open',
    issuedAt: call.now,
    expiresAt: isoTime(Date.parse(call.now) + certificateDays * dayMs),
    secrets: sealJson<CertificateSecrets>(
      call.sealer,
      { collection: certificates.name, id, field: 'secrets' },
      { code, destination: call.input.destination },
    ),
  }
  const audit = auditing(call, { action: 'certificate.issue', subject: membership._id, union: membership.union })
  return call.act(async (tx) => {
    for (const { _id } of before) {
      const known = await tx.get(certificates, _id)
      if (known?.state === 'open') await tx.put(certificates, closed(known, 'withdrawn'))
    }
    await tx.insert(certificates, record)
    await audit(tx)
    return succeed(shownCertificate(record, call))
  })
})
