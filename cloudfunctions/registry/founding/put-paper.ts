import { registry } from '../../../shared/contract/registry'
import { succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { putDocument } from '../../_kernel/documents'
import { implement } from '../../_kernel/serve'

/** 上传材料: one picture a call, since a call carries no more. What no act keeps is swept. */
export const putPaper = implement(registry.procedures.putPaper, async (call) => {
  const stored = await putDocument(call.input.picture, call)
  if (!stored.ok) return stored
  const audit = auditing(call, { action: 'paper.put', subject: call.input.union, union: call.input.union })
  return call.act(async (tx) => {
    await audit(tx)
    return succeed({ file: stored.data })
  })
})
