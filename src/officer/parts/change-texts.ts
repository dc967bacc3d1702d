import type { RetainReason, ExpelReason } from '../../../shared/contract/membership-states'
import { reasonName } from '../../../shared/membership/labels'
import type { Choice } from '../../components/ChoiceList'

/** What an officer of the holding union can begin from a member’s page. */
export const changeKinds = [
  'retain',
  'resume',
  'leave',
  'decease',
  'expel',
  'entrust',
  'end-entrust',
  'contract',
  'secondment',
] as const
export type ChangeKind = (typeof changeKinds)[number]

interface ChangeText {
  readonly title: string
  /** On the member’s page. */
  readonly note: string
  readonly dayLabel: string
  /** The same day where it is only read. */
  readonly dayName: string
  /** Before it is done: what it means for the member. */
  readonly means: string
  readonly act: string
}

export const changeTexts: Readonly<Record<ChangeKind, ChangeText>> = {
  retain: {
    title: '保留会籍',
    note: '退休、失业、参军、单位关闭',
    dayLabel: '从哪天起？',
    dayName: '从哪天起',
    means: '不用交会费，没有选举权、被选举权和表决权，会员卡仍可用。重新工作后可以接续。',
    act: '保留会籍',
  },
  resume: {
    title: '接续会籍',
    note: '在本单位重新工作了',
    dayLabel: '从哪天起重新工作？',
    dayName: '从哪天起',
    means: '会员的各项权利恢复，重新交会费。到别的单位工作的，请本人办转会。',
    act: '接续会籍',
  },
  leave: {
    title: '登记自动退会',
    note: '六个月以上不交会费、不参加活动，教育后仍不改',
    dayLabel: '从哪天起？',
    dayName: '从哪天起',
    means: '会籍结束，会员号留着。本人会收到消息，随时可以重新申请入会。',
    act: '登记退会',
  },
  decease: {
    title: '登记去世',
    note: '会籍终止',
    dayLabel: '哪天去世的？',
    dayName: '去世日期',
    means: '会籍终止，他的工会职务和电脑登录一并结束。登记错了，只能由上级工会恢复。',
    act: '登记去世',
  },
  expel: {
    title: '报开除备案',
    note: '委员会已经讨论决定',
    dayLabel: '委员会哪天讨论决定的？',
    dayName: '委员会讨论',
    means: '先报上级工会备案，备案前会籍不变。本人会收到消息，可以申辩。',
    act: '报上级工会备案',
  },
  entrust: {
    title: '委托管理',
    note: '劳务派遣职工，交给另一方的工会代管',
    dayLabel: '协议从哪天起？',
    dayName: '协议从哪天起',
    means: '会籍和投票留在本会，日常活动由受托工会负责。',
    act: '委托管理',
  },
  'end-entrust': {
    title: '结束委托管理',
    note: '协议到期',
    dayLabel: '哪天结束的？',
    dayName: '哪天结束',
    means: '会籍一直在本会，今后由本会直接管理。',
    act: '结束委托',
  },
  contract: {
    title: '记合同到期日',
    note: '到期时会提醒您看一看',
    dayLabel: '合同哪天到期？',
    dayName: '合同到期',
    means: '到那一天，工作台会提醒：续签了，还是离职了。',
    act: '记下来',
  },
  secondment: {
    title: '记借调',
    note: '满六个月时会提醒您看一看',
    dayLabel: '从哪天起借调？',
    dayName: '从哪天起',
    means: '借调期间会籍不动。满六个月，工作台会提醒：继续，还是转会。',
    act: '记下来',
  },
}

export const retainReasons: readonly Choice<RetainReason>[] = (
  ['retired', 'unemployed', 'army', 'unit-closed'] as const
).map((value) => ({ value, label: reasonName[value] }))

export const expelReasons: readonly Choice<ExpelReason>[] = (['criminal', 'against-charter'] as const).map((value) => ({
  value,
  label: reasonName[value],
}))
