import type { TaskRow } from '../../../shared/contract/membership-tasks'
import { last } from '../../../shared/core/own'
import type { TaskKind } from '../../../shared/membership/task'

/** What each task is called, and what it asks in one line. */
const texts: Readonly<Record<TaskKind, { readonly title: string; readonly note: string }>> = {
  'transfer-out': { title: '会员转出', note: '核对一下；不办，到期自动放行' },
  'transfer-in': { title: '会员转入', note: '请确认此人在这里上班' },
  'transfer-dispute': { title: '转会有争议', note: '两个工会说法不同，请您定' },
  'union-event': { title: '工会变动', note: '一次确认，涉及的会员一起办' },
  'event-objection': { title: '会员有异议', note: '本人不同意跟着转，请您定' },
  'review-objection': { title: '对选民名单有异议', note: '处理完才能开始投票' },
  'review-papers': { title: '纸质选票还没清点', note: '两位计票人各点一遍，对上了才能计票' },
  'leave-request': { title: '会员退会', note: '谈一谈，或者办理并公布；到期自动办' },
  'expulsion-filing': { title: '开除会籍备案', note: '下级委员会已决定，请您备案' },
  'contract-end': { title: '合同到期', note: '续签了，还是离开了？' },
  'secondment-end': { title: '借调满期', note: '还在借调，还是该转会了？' },
  'workplace-change': { title: '换了单位', note: '还在本会，看看新单位对不对' },
  'own-committee': { title: '可以单独建会', note: '这家单位的会员人数到了' },
  'joint-too-many': { title: '覆盖的单位太多', note: '联合工会原则上不超过规定的单位数' },
  'assist-founding': { title: '帮助建会', note: '这家单位应建未建' },
  'union-application': { title: '下级工会的申请', note: '建会、换届、补选或撤销，请批复' },
  reaffiliation: { title: '变更隶属', note: '别的上级把它交给本会，接收吗？' },
  title: { title: '模范职工之家', note: '申报、表彰或者复查，请办理' },
  'home-assessment': { title: '职工之家评定', note: '逐条审核下级的申报，或处理异议' },
  'assessment-called': { title: '上级部署了评定', note: '到期前申报；报送了自动办结' },
  'home-report': { title: '建家情况还没报', note: '过了期也可以补报；报了自动办结' },
  'term-end': { title: '任期快满了', note: '按时换届，报上级批准' },
  'yearly-duties': { title: '年度的事还没办齐', note: '大会、经费公开等；办了、登记了就自动办结' },
  'half-year-filing': { title: '半年归档', note: '过去半年的会议、合同，该存纸质的归档' },
  'half-year-round': { title: '半年核对', note: '看看变化，一次确认' },
  'hanging-membership': { title: '空挂会员', note: '没有单位或很久没核对' },
  'same-person-twice': { title: '可能是同一个人', note: '对比一下，再决定合不合并' },
  'same-unit-twice': { title: '可能是同一家单位', note: '对比一下，再决定合不合并' },
}

export function taskName(kind: TaskKind): string {
  return texts[kind].title
}

export function titleOf({ kind, person, about }: Pick<TaskRow, 'kind' | 'person' | 'about'>): string {
  const whose = person ?? about
  return whose === undefined ? texts[kind].title : `${whose}：${texts[kind].title}`
}

export function noteOf({
  kind,
  raised,
  unionName,
  steps,
}: Pick<TaskRow, 'kind' | 'raised' | 'unionName' | 'steps'>): string {
  if (!raised) return texts[kind].note
  return `${unionName}${wasLeftVacant(steps) ? '没有干部在任' : '没有按时办'}。${texts[kind].note}`
}

function wasLeftVacant(steps: TaskRow['steps']): boolean {
  return last(steps.filter(({ kind }) => kind === 'left-vacant' || kind === 'escalated'))?.kind === 'left-vacant'
}
