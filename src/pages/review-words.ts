import type { Grade } from '../../shared/review/kinds'
import type { RemarkItem } from '../../shared/review/remark'

/** 六有, word by word (001 一). */
export const itemName: Readonly<Record<RemarkItem, string>> = {
  chair: '有依法选举的工会主席',
  organisation: '有独立健全的组织机构',
  place: '有服务职工的活动载体场所',
  system: '有健全完善的制度机制',
  funds: '有自主管理的工会经费',
  performance: '有会员满意的工作绩效',
}

export const gradeName: Readonly<Record<Grade, string>> = {
  satisfied: '满意',
  mostly: '基本满意',
  dissatisfied: '不满意',
}
