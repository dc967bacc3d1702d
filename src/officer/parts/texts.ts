import type { z } from 'zod'
import type { DuplicateHint } from '../../../shared/contract/membership-views'
import type { RejectReason, ReturnReason } from '../../../shared/membership/application'
import { rejectReasonName, returnReasonName } from '../../../shared/membership/reasons'

type Duplicate = z.infer<typeof DuplicateHint>

/** 查重 in a word, for a row. */
export const duplicateTag: Readonly<Record<Duplicate, string | undefined>> = {
  none: undefined,
  'already-member': '已是会员',
  retained: '会籍保留中',
  'applying-elsewhere': '别处也在申请',
}

/** 查重 in a sentence, with what to do. */
export const duplicateText: Readonly<Record<Duplicate, string | undefined>> = {
  none: undefined,
  'already-member': '这个证件号码已经有会籍，不能重复入会。请退回，请本人核对号码；如果本人换了单位，应当办理转会。',
  retained: '这个证件号码的会籍保留在别的工会。请退回，请本人用登记的手机号验证后再申请，会籍就能接上。',
  'applying-elsewhere':
    '这个证件号码在别的地方也有一份申请在办。先办的那份办结前，这份不能批准；请联系本人确认是哪一份。',
}

const reasonsOf = <Reason extends string>(names: Readonly<Record<Reason, string>>, order: readonly Reason[]) =>
  order.map((value) => ({ value, label: names[value] }))

/** One tap each, the commonest first. */
export const returnReasons = reasonsOf<ReturnReason>(returnReasonName, [
  'number',
  'name',
  'mobile',
  'unit',
  'signature',
  'proof',
  'duplicate',
  'other',
])
export const rejectReasons = reasonsOf<RejectReason>(rejectReasonName, [
  'not_employed_here',
  'already_member',
  'not_a_worker',
  'under_age',
  'other',
])
