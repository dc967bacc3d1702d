import { certificateProcedures } from '../../../shared/contract/membership-certificate'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { putDocument } from '../../_kernel/documents'
import { spendQuota } from '../../_kernel/quota'
import { implement } from '../../_kernel/serve'

/** 拍会员证: put by itself, so that no draft and no form carries a picture; one that neither draft nor application names is swept. */
export const putProof = implement(certificateProcedures.putProof, async (call) => {
  const spent = await spendQuota('picture', call.input.picture, call)
  if (!spent.ok) return spent
  const stored = await putDocument(call.input.picture, call)
  if (!stored.ok) return refuse('DOCUMENT_INVALID', { field: 'picture' })
  const audit = auditing(call, { action: 'proof.put', subject: call.account })
  return call.act(async (tx) => {
    await audit(tx)
    return succeed({ file: stored.data })
  })
})
