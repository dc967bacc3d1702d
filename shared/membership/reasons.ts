import type { RejectReason, ReturnReason } from './application'

/** What a worker reads when an application comes back: what to mend, not what somebody thought. */
export const returnReasonName: Readonly<Record<ReturnReason, string>> = {
  name: '姓名与证件不一致',
  number: '证件号码需要核对',
  mobile: '手机号需要核对',
  unit: '工作单位需要核对',
  signature: '签名不清楚',
  proof: '会员证照片看不清，或和填的不一样',
  duplicate: '可能已在别处入会或申请，请核对',
  other: '其他',
}

export const rejectReasonName: Readonly<Record<RejectReason, string>> = {
  not_employed_here: '不在本会所属单位工作',
  not_a_worker: '不符合入会条件',
  already_member: '已经是其他工会会员',
  under_age: '未满 16 周岁',
  other: '其他',
}
