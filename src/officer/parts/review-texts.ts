import type { ReviewRow } from '../../../shared/contract/review-campaign'
import type { ElectorsShown } from '../../../shared/contract/review-electorate'
import type { OutReason, PaperReason } from '../../../shared/review/electorate'
import type { ReviewForm } from '../../../shared/review/kinds'
import type { ReviewPhase } from '../../../shared/review/life'
import { dayOf, dayText } from '../../pages/today'

/** 评家到哪一步. */
export const phaseText: Readonly<Record<ReviewPhase, string>> = {
  announced: '公告中',
  receiving: '领凭证',
  voting: '投票中',
  closed: '计票中',
  published: '已公布',
  'called-off': '已撤销',
}
export const phaseTone = {
  announced: 'neutral',
  receiving: 'warning',
  voting: 'red',
  closed: 'warning',
  published: 'success',
  'called-off': 'neutral',
} as const satisfies Readonly<Record<ReviewPhase, string>>

const byForm: Readonly<Record<ReviewForm, string>> = {
  electronic: '手机投票；不能用手机的用纸质选票',
  written: '纸质选票',
  mixed: '手机投票，或者现场领纸质选票',
}

/** 怎么投. */
export function formText({ kind, form }: Pick<ReviewRow, 'kind' | 'form'>): string {
  return kind === 'staff' ? '凭调查码，用手机投票' : byForm[form]
}

/** 为什么没有表决权. */
export const outText: Readonly<Record<OutReason, string>> = {
  'joined-after-cutoff': '截止日以后才到本会',
  retained: '会籍保留',
  ended: '会籍已经结束',
  struck: '有人提异议，核实后删去',
}

/** 为什么只能用纸质选票. */
export const paperText: Readonly<Record<PaperReason, string>> = {
  'written-form': '本地规定用纸质选票',
  'no-account': '没有绑定微信',
  'bound-after-cutoff': '截止日以后才绑定微信',
}

export const shownText: Readonly<Record<ElectorsShown, string>> = {
  everybody: '所有人',
  electors: '有表决权的',
  excluded: '没有表决权的',
  ...outText,
  'written-form': `用纸质选票：${paperText['written-form']}`,
  'no-account': `用纸质选票：${paperText['no-account']}`,
  'bound-after-cutoff': `用纸质选票：${paperText['bound-after-cutoff']}`,
}

/** 12 月 1 日到 12 月 7 日投票. */
export function votingText({ votingFrom, votingUntil }: Pick<ReviewRow, 'votingFrom' | 'votingUntil'>): string {
  return `${dayText(dayOf(votingFrom))}到 ${dayText(dayOf(votingUntil, -1))}投票`
}
