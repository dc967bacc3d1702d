import type { WarningView } from '../../../shared/contract/registry-unions'
import type { RegisteredField } from '../../../shared/org/registered'
import type { RegistryField } from '../../../shared/org/registry-fields'
import type { Reply, UnionChange } from '../../../shared/org/union-change'
import type { UnionApplicationKind, UnionApplicationState } from '../../../shared/org/union-application'
import { roleName } from '../../../shared/org/officers'
import { UnionType, unionTypeName } from '../../../shared/org/union'
import { unionFieldNames } from '../../../shared/org/union-fields'
import { committeeName } from '../../../shared/org/committees'
import { fullDayText } from '../../pages/today'
import { fieldHint } from './round-texts'

export const registryFieldName = {
  ...unionFieldNames,
  declaredMembers: '上报的会员人数',
  womenStaff: '女职工人数',
  fullTime: '专职工会干部',
  legalCode: '工会法人代码',
} as const

export const registryHint: Readonly<Record<RegistryField, string>> = {
  ...fieldHint,
  declaredMembers: '报给上级的会员人数，和花名册上的对照',
  womenStaff: '现在在单位上班的女职工',
  fullTime: '专职主席、副主席和工作人员，没有就写 0',
  legalCode: '工会法人资格证书上 18 位，81 开头；没有就不填',
}

export const applicationName: Readonly<Record<UnionApplicationKind, string>> = {
  founding: '建会',
  're-election': '换届',
  'by-election': '补选',
  dissolution: '撤销',
}
export const applicationStateText: Readonly<Record<UnionApplicationState, string>> = {
  submitted: '等批复',
  returned: '退回了',
  approved: '已批复',
}
export const applicationStateTone = { submitted: 'warning', returned: 'danger', approved: 'success' } as const

export function replyNumber({ unionName, year, serial }: Reply): string {
  return `${unionName}〔${year}〕${serial}号`
}

/** 提醒, in a sentence that says what to do. */
export function warningText({ kind, found = 0, limit = 0, on }: WarningView): string {
  const day = on === undefined ? '' : fullDayText(on)
  switch (kind) {
    case 'committee-missing':
      return `会员 ${found} 人，满 ${limit} 人应当建立工会委员会。`
    case 'audit-missing':
      return '经费审查委员会要和工会委员会同时选出。'
    case 'labour-law-missing':
      return '还没有劳动法律监督委员会，会员少的设监督员。'
    case 'women-committee-missing':
      return `女职工（女会员）${found} 人，满 ${limit} 人应当建立女职工委员会。`
    case 'women-member-missing':
      return `女职工（女会员）${found} 人，不到 ${limit} 人的设女职工委员。`
    case 'too-many-units':
      return `覆盖 ${found} 家单位，原则上不超过 ${limit} 家。`
    case 'full-time-chair':
      return `职工 ${found} 人，满 ${limit} 人应设专职主席或副主席。`
    case 'assistants':
      return `专职工作人员 ${found} 人，至少配备 ${limit} 人。`
    case 'relatives':
      return '单位负责人、合伙人和他们的近亲属不得作为委员会成员的人选。'
    case 'term-ending':
      return `本届任期到${day}，请按时换届。`
    case 'term-ended':
      return `本届任期${day}已满，还没有换届。`
    case 'training-due':
      return `主席到任一年内要参加培训，最晚${day}。`
    case 'training-overdue':
      return `主席到任满一年还没有参加培训，应在${day}前。`
    case 'contract-filing':
      return `主席的劳动合同${day}到期，早于任期；变更、解除前要报上级备案。`
  }
}

/** 一笔变动. */
export function changeText(change: UnionChange): string {
  switch (change.kind) {
    case 'founded':
      return `建会，上级是${change.upperName}${replied(change.reply)}`
    case 'ended':
      return `${change.how === 'dissolved' ? '撤销' : '合并到别的工会'}${replied(change.reply)}`
    case 'field':
      return `${registryFieldName[change.field]}：${change.before === undefined ? '' : `${change.before} → `}${change.after}`
    case 'moved':
      return `变更隶属：${change.fromName} → ${change.toName}`
    case 'registered':
      return `${registryFieldName[change.field]}：${registeredText(change.field, change.before)} → ${registeredText(change.field, change.after)}`
    case 'committee':
      return `${committeeName[change.committee]} ${change.seats} 人，${fullDayText(change.electedOn)}选出，到${fullDayText(change.until)}${replied(change.reply)}`
    case 'branch': {
      const what = change.branch === 'branch' ? '分工会' : '工会小组'
      if (change.act === 'renamed') return `${what}改名：${change.before ?? ''} → ${change.name}`
      return `${change.act === 'created' ? '设' : '撤'}${what}：${change.name}`
    }
    case 'covering':
      return `${change.act === 'covered' ? '覆盖' : '不再覆盖'}：${change.unitNames.join('、')}`
    case 'units-merged':
      return `${change.act === 'merged' ? '单位重复登记，合并' : '撤销单位合并'}：${change.mergedName} → ${change.keptName}`
    case 'officer':
      return `${roleName[change.role]}${officerAct[change.act]}${change.on === undefined ? '' : `（${fullDayText(change.on)}）`}`
  }
}

function registeredText(field: RegisteredField, value: string): string {
  const type = field === 'type' ? UnionType.safeParse(value) : undefined
  return type?.success === true ? unionTypeName[type.data] : value
}

const officerAct = {
  'took-office': '到任',
  renewed: '续任',
  'left-office': '离任',
  trained: '参加了培训',
  'contract-filed': '劳动合同变动备案',
} as const

function replied(reply: Reply | undefined): string {
  return reply === undefined ? '' : `（${replyNumber(reply)}）`
}
