import type { z } from 'zod'
import type { membership } from '../../../../shared/contract/membership'
import type { ChangeReason, MembershipState } from '../../../../shared/membership/life'

type Affair = z.output<typeof membership.procedures.myAffairs.output>['affairs'][number]

/** 会籍状态 in words, and what it means. */
const stateText: Readonly<Record<MembershipState, { readonly name: string; readonly means: string }>> = {
  active: { name: '在会', means: '有选举权、被选举权和表决权，按规定交会费。' },
  retained: {
    name: '会籍保留',
    means: '还是会员，不用交会费；保留期间没有选举权、被选举权和表决权。重新工作后，请工会接续，或者办转会。',
  },
  left: { name: '已退会', means: '会籍已经结束，会员号为您留着。想回来，随时可以重新申请。' },
  expelled: { name: '会籍被开除', means: '会籍已经结束。有意见，可以向上级工会反映。' },
  deceased: { name: '会籍终止', means: '登记为已去世。如果有误，请联系工会，由上级工会恢复。' },
}

const movedOutside = {
  name: '已转出',
  means: '会籍转到外地的工会了，会员号和经历为您留着。回来工作，可以再转回来，会龄接着算。',
}

/** Whoever went to a union outside has left here and is a member still. */
export function standingText(state: MembershipState, reason: ChangeReason | undefined) {
  return state === 'left' && reason === 'moved-outside' ? movedOutside : stateText[state]
}

/** 我的待办, one sentence for each kind. */
export const affairText: Readonly<Record<Affair['kind'], string>> = {
  application: '入会申请正在办',
  'data-request': '资料更正或删除正在办',
  unconfirmed: '资料半年没有核对了，请看看还对不对',
  'transfer-out': '转会：原工会正在办转出',
  'transfer-in': '转会：新工会正在确认',
  'transfer-dispute': '转会有不同说法，上级工会正在核实',
  'union-event': '工会有变动，会籍将随之调整',
  'event-objection': '您对会籍调整的异议，工会正在办',
  'review-objection': '您对选民名单的异议，工会正在处理',
  'review-papers': '会员评家的纸质选票，工会正在清点',
  'leave-request': '退会申请正在办',
  'expulsion-filing': '委员会决定开除会籍，正报上级工会备案；有话要说，请尽快联系工会',
  'contract-end': '合同到期，工会正在核对您的去向',
  'secondment-end': '借调满六个月，工会正在核对',
  'workplace-change': '您改了工作单位，工会会看一看',
  'own-committee': '单位可以单独建会，工会正在办',
  'joint-too-many': '联合工会单位过多，工会正在调整',
  'assist-founding': '工会正在帮您的单位建会',
  'union-application': '工会的申请，上级正在批复',
  reaffiliation: '工会要换上级，正在办',
  title: '工会申报模范职工之家',
  'home-assessment': '工会的职工之家评定，正在办',
  'assessment-called': '工会正在准备职工之家评定',
  'home-report': '工会正在报建家情况',
  'term-end': '工会正在准备换届',
  'yearly-duties': '工会正在办年度要办的事',
  'half-year-filing': '工会正在整理纸质档案',
  'half-year-round': '半年核对正在进行',
  'hanging-membership': '会籍信息不全，工会正在核对',
  'same-person-twice': '有一份重复的登记，工会正在核对',
  'same-unit-twice': '单位有重复的登记，工会正在核对',
}
