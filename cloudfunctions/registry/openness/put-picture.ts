import { registry } from '../../../shared/contract/registry'
import { succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { putDocument } from '../../_kernel/documents'
import { implement } from '../../_kernel/serve'

/** 上传图片: one a call, since a call carries no more. What no publication keeps is swept. */
export const putPicture = implement(registry.procedures.putPicture, async (call) => {
  const { union, picture } = call.input
  const stored = await putDocument(picture, call)
  if (!stored.ok) return stored
  const audit = auditing(call, { action: 'publication.picture', subject: union, union })
  return call.act(async (tx) => {
    await audit(tx)
    return succeed({ picture: stored.data })
  })
})
