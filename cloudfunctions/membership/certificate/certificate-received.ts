import { certificateProcedures } from '../../../shared/contract/membership-certificate'
import { refuse, succeed } from '../../../shared/core/outcome'
import { certificates } from '../../_kernel/records/certificates'
import { implement } from '../../_kernel/serve'
import { changing } from '../life/change'
import { closingTasks, membershipTasks } from '../life/closing-tasks'
import { endingTransfer } from '../transfer/ending'
import { certifies, closed, myMembership, openCertificates } from './held'

/**
 * 外地已经接收: only the person knows, since the other union is outside this system. Until then the membership stays, so that nobody is without a union in
 * between; with it they leave here, and the number stays theirs.
 */
export const certificateReceived = implement(certificateProcedures.certificateReceived, async (call) => {
  const membership = await myMembership(call)
  const [newest] = membership === undefined ? [] : await openCertificates(membership._id, call)
  if (membership === undefined || newest === undefined || !certifies(newest, membership, call.now))
    return refuse('CERTIFICATE_GONE')
  const union = { _id: newest.union, name: newest.unionName }
  const leave = changing(
    { person: membership._id, change: 'leave', reason: 'moved-outside', on: call.today, from: union, union },
    call,
  )
  const [close, endTransfer] = await Promise.all([
    closingTasks(membership._id, membershipTasks, union, call.account, call),
    endingTransfer(membership._id, call),
  ])
  return call.act(async (tx) => {
    const known = await tx.get(certificates, newest._id)
    if (known?.state !== 'open') return refuse('CERTIFICATE_GONE')
    const left = await leave(tx)
    if (!left.ok) return refuse('CERTIFICATE_GONE')
    await tx.put(certificates, closed(known, 'received'))
    await close(tx)
    await endTransfer(tx)
    return succeed({})
  })
})
