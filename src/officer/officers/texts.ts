import type { OfficerRole } from '../../../shared/org/officers'

/** What the office is for, in a line. */
export const roleNote: Readonly<Record<OfficerRole, string>> = {
  chair: '全面负责：审批、花名册、任命',
  deputy: '和主席一样办事，主席不在时代办',
  organiser: '花名册、邀请入会、申请书',
  clerk: '采集、录入：花名册、邀请入会',
  examiner: '审核申请，看花名册',
  scrutineer: '会员评家时监票，平时没有权限',
}
