import type { PaperKind, UnionEventKind, UnionEventState } from '../../../shared/membership/union-event'

export const paperName: Readonly<Record<PaperKind, string>> = {
  report: '报告',
  resolution: '决议',
  reply: '上级批复',
}

export const eventName: Readonly<Record<UnionEventKind, string>> = {
  founded: '建会',
  merged: '合并',
  dissolved: '撤销',
}

export const eventStateText: Readonly<Record<UnionEventState, string>> = {
  proposed: '正在理名单',
  planned: '名单理好了，等您确认',
  confirmed: '已确认，正在通知会员',
  told: '已通知，异议期满后自动办理',
  done: '办完了',
}
