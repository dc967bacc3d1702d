import type {
  MeetingKind,
  MemberCongress,
  MemberPower,
  StaffCongress,
  StaffPower,
} from '../../../../shared/home/meetings/facts'
import { delegateShare, type DelegateGroup, type Missing } from '../../../../shared/home/meetings/standing'
import type { NotSeparate, Separate } from '../../../../shared/home/meetings/together'
import { percentText } from '../../../../shared/review/verdict'
import { fullDayText } from '../../../pages/today'

/** 两种会叫什么. */
export const meetingName: Readonly<Record<MeetingKind, string>> = { members: '会员大会', staff: '职工大会' }
export const meetingNote: Readonly<Record<MeetingKind, string>> = {
  members: '工会的会：会员或会员代表开，议工会的事',
  staff: '单位民主管理的会：职工或职工代表开，议单位的事',
}

interface Session {
  readonly meeting: MeetingKind
  readonly delegates: boolean
  readonly period: number
  readonly session: number
}

/** 第 3 届第 2 次会员代表大会. */
export function sessionText({ meeting, delegates, period, session }: Session): string {
  const who = meeting === 'members' ? '会员' : '职工'
  return `第 ${period} 届第 ${session} 次${who}${delegates ? '代表' : ''}大会`
}

export const powerName: Readonly<Record<MemberPower | StaffPower, string>> = {
  'committee-report': '审议工会委员会报告',
  'audit-report': '审议经费审查委员会报告',
  assess: '会员评家，评议工会工作',
  elect: '选举、补选',
  recall: '撤换、罢免',
  'decide-union': '决定工会的其他大事',
  hear: '听取单位报告，提出意见',
  adopt: '审议通过集体合同、规章制度等',
  'elect-staff': '选举职工董事、监事等',
  supervise: '审查监督合同、方案的执行',
  appraise: '民主评议领导人员',
  'decide-staff': '法律规定的其他事项',
}

/** 还缺什么, and what to do about it. */
export const missingText: Readonly<Record<Missing, string>> = {
  quorum: '到会人数不到本地规定的比例，这次会不算数。',
  agenda: '议程没有写。',
  powers: '没有勾选行使了哪些职权。',
  resolutions: '决议没有写。',
  'not-carried': '有一项决议赞成的没有超过应到人数的一半，没有通过。请核对票数。',
  paper: '纸质档案还没有存，存好后写上放在哪里、卷号多少。',
  groups: '代表里没有劳务派遣工、农民工。有这些职工的，换届、补选时请把他们选进来。',
}

const separateName: Readonly<Record<Separate, string>> = {
  banner: '会标',
  agenda: '会议议程',
  powers: '行使的职权',
  resolutions: '决议',
  archive: '纸质档案',
}
const whyText: Readonly<Record<NotSeparate['why'], string>> = {
  'members-lacks': '会员大会没有写',
  'staff-lacks': '职工大会没有写',
  'both-lack': '两个会都没有写',
  same: '两个会写成了同一个，要各是各的',
}
export const separateText = ({ what, why }: NotSeparate): string => `${separateName[what]}：${whyText[why]}`

const groupName: Readonly<Record<DelegateGroup, string>> = { women: '女', dispatched: '劳务派遣工', rural: '农民工' }
const delegateGroups = ['women', 'dispatched', 'rural'] as const

/** 女 12 人（26.6%）, of all delegates. */
function groupText(facts: MemberCongress | StaffCongress, group: DelegateGroup, count: number): string {
  const share = delegateShare(facts, group)
  const percent = share === undefined ? undefined : percentText(share)
  return `${groupName[group]} ${count} 人${percent === undefined ? '' : `（${percent}%）`}`
}

/** 登记了的, heading and value: the page and the printed sheet say the same. */
export function factsOf(facts: MemberCongress | StaffCongress): readonly { heading: string; text: string }[] {
  const { day, place, convened, entitled, attended, banner, agenda, powers } = facts
  return [
    { heading: '时间、地点', text: `${fullDayText(day)}，${place}` },
    { heading: '到会', text: `应到 ${entitled} 人，实到 ${attended} 人` },
    ...(convened.form === 'delegates'
      ? [
          {
            heading: '代表构成',
            text: delegateGroups.map((group) => groupText(facts, group, convened[group])).join('，'),
          },
        ]
      : []),
    ...(banner === '' ? [] : [{ heading: '会标', text: banner }]),
    { heading: '议程', text: agenda.map((line, at) => `${at + 1}. ${line}`).join('\n') || '没有写' },
    { heading: '行使的职权', text: powers.map((power) => powerName[power]).join('、') || '没有写' },
    ...(facts.meeting === 'staff'
      ? [{ heading: '提案', text: `收到 ${facts.proposals.received} 件，办了 ${facts.proposals.answered} 件` }]
      : []),
  ]
}

export function archiveOf({ paper }: MemberCongress | StaffCongress): { heading: string; text: string } {
  return {
    heading: '纸质档案',
    text: paper.kept === 'paper' ? `存放在${paper.place}，卷号 ${paper.volume}` : '还没有存',
  }
}
