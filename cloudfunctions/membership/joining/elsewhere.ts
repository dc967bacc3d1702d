import type { FileId } from '../../../shared/core/ids'
import { refuse, type Refusal } from '../../../shared/core/outcome'
import type { Elsewhere } from '../../../shared/membership/joining'
import type { Policy } from '../../../shared/policy/resolve'
import type { Call } from '../../_kernel/serve'

type Ports = Pick<Call<unknown>, 'files' | 'account' | 'today'>
type Code = 'DAY_INVALID' | 'DOCUMENT_MISSING' | 'DOCUMENT_INVALID'

/** 转入前的会籍 as told: the day is a past one, and the picture their own; whether there has to be one is the region’s policy. */
export async function judgeElsewhere(
  { since, proof }: Elsewhere,
  policy: Policy,
  call: Ports,
): Promise<Refusal<Code> | undefined> {
  if (since !== undefined && since > call.today)
    return refuse('DAY_INVALID', { field: 'elsewhere.since', message: '入会日期不能晚于今天。' })
  if (proof === undefined)
    return policy.values.documentsFor.includes('move-in')
      ? refuse('DOCUMENT_MISSING', { field: 'elsewhere.proof', message: '转入要附会员证或会籍证明，请拍照。' })
      : undefined
  return (await isOwnPicture(proof, call))
    ? undefined
    : refuse('DOCUMENT_INVALID', { field: 'elsewhere.proof', message: '这张照片没有留住，请再拍一次。' })
}

async function isOwnPicture(id: FileId, { files, account }: Ports): Promise<boolean> {
  const file = await files.get(id)
  return file !== undefined && file.owner === account && file.kind !== 'signature'
}
