import type { MyData } from '../../../shared/contract/membership-privacy'
import { educationName, householdName } from '../../../shared/membership/labels'
import { roleName } from '../../../shared/org/officers'
import { IsoDate } from '../../../shared/core/time'
import { fullDayText, momentText } from '../today'

export interface Section {
  readonly title: string
  readonly items: readonly { readonly heading: string; readonly text: string }[]
}

/** 我的资料 in words: the same sections on the page and in the export. A section that holds nothing is left out. */
export function sectionsOf(data: MyData): readonly Section[] {
  return [
    { title: '微信账号', items: accountItems(data) },
    { title: '本人', items: personItems(data) },
    { title: '会籍', items: membershipItems(data) },
    ...data.applications.map((application) => ({ title: '入会申请', items: applicationItems(application) })),
    { title: '替单位报的申请', items: sentUpItems(data) },
    { title: '会籍证明', items: certificateItems(data) },
    { title: '同意过什么', items: consentItems(data) },
    { title: '工会职务', items: officeItems(data) },
    {
      title: '登录着的电脑',
      items: data.desks.map(({ where, since }) => ({ heading: momentText(since), text: where })),
    },
    {
      title: '活动报名',
      items: data.signUps.map(({ at, title, present }) => ({
        heading: momentText(at),
        text: present ? `${title}（到了）` : title,
      })),
    },
    { title: '消息', items: data.notices.map(({ at, text }) => ({ heading: momentText(at), text })) },
  ].filter(({ items }) => items.length > 0)
}

export function isEmpty(data: MyData): boolean {
  return sectionsOf(data).length === 0 && data.requests.length === 0
}

function accountItems({ account, draftSavedAt }: MyData): Section['items'] {
  return [
    ...(account.since === undefined ? [] : [{ heading: '第一次使用', text: momentText(account.since) }]),
    ...(account.mobile === undefined ? [] : [{ heading: '微信验证的手机号', text: account.mobile }]),
    ...(draftSavedAt === undefined ? [] : [{ heading: '没填完的草稿', text: `${momentText(draftSavedAt)}保存` }]),
  ]
}

function personItems({ person }: MyData): Section['items'] {
  if (person === undefined) return []
  const { name, documentName, number, birth, sex, nationality, mobile, education, household } = person
  return [
    { heading: '姓名', text: name },
    { heading: documentName, text: number },
    ...(sex === undefined ? [] : [{ heading: '性别', text: sex === 'male' ? '男' : '女' }]),
    ...(birth === undefined ? [] : [{ heading: '出生日期', text: dayOf(birth) }]),
    { heading: '国籍', text: nationality === 'CHN' ? '中国' : nationality },
    { heading: '手机号', text: mobile },
    { heading: '学历', text: educationName[education] },
    { heading: '户籍', text: householdName[household] },
  ]
}

function dayOf(birth: string): string {
  const day = IsoDate.safeParse(birth)
  return day.success ? fullDayText(day.data) : birth
}

const stateNames: Readonly<Record<string, string>> = {
  active: '在会',
  retained: '保留',
  left: '已退会',
  expelled: '已开除',
  deceased: '已故',
}

function membershipItems({ membership }: MyData): Section['items'] {
  if (membership === undefined) return []
  const { unionName, unitName, state, since, memberNumber, employment, category, history } = membership
  return [
    { heading: '所在工会', text: unionName },
    { heading: '会员号', text: memberNumber },
    { heading: '会籍', text: stateNames[state] ?? state },
    { heading: '入会时间', text: fullDayText(since) },
    { heading: '所属单位', text: unitName === '' ? '没有固定单位' : unitName },
    { heading: '就业状况', text: employment },
    { heading: '类别', text: category },
    ...history.map(({ at, text }) => ({ heading: momentText(at), text })),
  ]
}

const applicationStates: Readonly<Record<MyData['applications'][number]['state'], string>> = {
  submitted: '待审批',
  returned: '退回修改',
  approved: '已批准',
  rejected: '没有批准',
  withdrawn: '已撤回',
}

function applicationItems(application: MyData['applications'][number]): Section['items'] {
  const { unionName, state, submittedAt, name, number, mobile, facts } = application
  return [
    { heading: '送到', text: unionName },
    { heading: '状态', text: applicationStates[state] },
    { heading: '提交时间', text: momentText(submittedAt) },
    { heading: '姓名', text: name },
    { heading: '证件号码', text: number },
    { heading: '手机号', text: mobile },
    ...facts,
  ]
}

const sentUpKinds = { founding: '建会', 're-election': '换届', 'by-election': '补选', dissolution: '撤销' } as const
const sentUpStates = { submitted: '等批复', returned: '退回了', approved: '已批复' } as const

function sentUpItems({ unionApplications }: MyData): Section['items'] {
  return unionApplications.map(({ kind, state, name, upperName, sentAt }) => ({
    heading: momentText(sentAt),
    text: `${name}${sentUpKinds[kind]}，报${upperName}，${sentUpStates[state]}`,
  }))
}

const certificateStates: Readonly<Record<MyData['certificates'][number]['state'], string>> = {
  open: '有效期到',
  received: '外地已经接收，原定到',
  withdrawn: '已经作废，原定到',
}

function certificateItems({ certificates }: MyData): Section['items'] {
  return certificates.map(({ state, destination, issuedAt, expiresAt }) => ({
    heading: momentText(issuedAt),
    text: `转到${destination}，${certificateStates[state]} ${momentText(expiresAt)}`,
  }))
}

const consentNames = {
  'privacy-notice': '个人信息告知',
  'sensitive-data': '处理敏感信息（证件号码、会员身份）',
  'public-display': '公开照片和电话',
} as const

function consentItems({ consents }: MyData): Section['items'] {
  return consents.map(({ kind, version, at }) => ({
    heading: momentText(at),
    text: `${consentNames[kind]}，版本 ${version}`,
  }))
}

function officeItems({ offices }: MyData): Section['items'] {
  return offices.map(({ role, unionName, until, published }) => ({
    heading: roleName[role],
    text: [
      until === undefined ? unionName : `${unionName}，到 ${momentText(until)}`,
      ...(published?.phone === undefined ? [] : [`公开的电话 ${published.phone}`]),
      ...(published?.photo === true ? ['公开了照片'] : []),
    ].join('，'),
  }))
}
