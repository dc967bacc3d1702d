import type { VotingProblem } from '../../../services/review/voting'
import type { Where } from './where'

export const excludedText: Readonly<Record<Extract<Where, { at: 'excluded' }>['because'], string>> = {
  'joined-after-cutoff': '您的会籍在截止日以后才到本会，这一次没有表决权，下一次就有。',
  retained: '您的会籍现在保留着，保留期间没有表决权。接续会籍以后就有。',
  ended: '您在本会的会籍已经结束。',
  struck: '有人对您在名单上提了异议，核实以后划掉了。',
  'not-listed': '选民名单里没有您。',
}

export const paperText: Readonly<Record<Extract<Where, { at: 'paper' }>['because'], string>> = {
  'written-form': '按本地规定，这次用纸质选票。',
  'no-account': '截止日以前您还没有绑定微信，这次请用纸质选票。',
  'bound-after-cutoff': '您在截止日以后才绑定微信，为防冒领，这次请用纸质选票。',
  ticked: '您已经在现场登记领取纸质选票，不能再用手机投。',
}

/** What went wrong, and what to do about it. */
export function problemText(problem: VotingProblem): string {
  switch (problem.kind) {
    case 'alarm':
      return alarmText[problem.what]
    case 'cannot-keep':
      return '手机存不下选票凭证，什么也没有发出去。请清理一下手机空间，再试一次。'
    case 'no-token':
      return '这部手机上没有选票凭证。'
    case 'no-remark':
      return '还没有填，请至少给一项打分，或写一句话。'
    case 'offline':
    case 'slow':
    case 'refused':
    case 'fault':
      return problem.message
  }
}

const alarmText: Readonly<Record<Extract<VotingProblem, { kind: 'alarm' }>['what'], string>> = {
  'other-announcement':
    '这部手机看到的公告和大家的不一样，为了保密，没有继续。请不要投票，把这一页给上级工会看，或拨打 12351。',
  'not-signed': '发回来的凭证盖章不对，为了保密，没有继续。请把这一页给上级工会看，或拨打 12351。',
  'board-differs': '公布的选票名册和它自己的核对码对不上。请把这一页给上级工会看，或拨打 12351。',
}
