import { homeCategories, homeCategoryName, paperName } from '../../pages/paper-words'
import { gradeName } from '../../pages/review-words'
import type { LifeChange } from '../../../shared/membership/life'
import { rateKeys, type Rate } from '../../../shared/org/rates'
import type { PolicyKey, PolicyValues, Range } from '../../../shared/policy/values'

/** 规定的说法: what each rule is called, and what its value says in a sentence. */
interface Words<Value> {
  readonly label: string
  readonly text: (value: Value) => string
}

const workingDays = (days: number) => `${days} 个工作日`
const target = (percent: number) => (percent === 0 ? '没有规定' : `${percent}% 以上`)
const yes = (is: boolean) => (is ? '是' : '否')
const atLeast = ({ min, max }: Range, unit: string) =>
  max === undefined ? `至少 ${min} ${unit}` : `${min} 到 ${max} ${unit}`
const shareText = ({ numerator, denominator }: Rate) => `${denominator} 分之 ${numerator}`
const list = (parts: readonly (string | undefined)[]) =>
  parts.filter((part) => part !== undefined).join('；') || '没有规定'
const percentOf = (name: string, percent: number | undefined) =>
  percent === undefined ? undefined : `${name} ${percent}%`

export const changeName: Readonly<Record<LifeChange | 'move-in', string>> = {
  move: '转会',
  resume: '恢复在册',
  retain: '保留会籍',
  leave: '退会',
  expel: '开除',
  decease: '去世',
  rejoin: '重新入会',
  reinstate: '更正恢复',
  entrust: '委托管理',
  'end-entrust': '结束委托',
  'change-workplace': '变更单位',
  'move-in': '从外地转入',
}

export const dispatchName = {
  USER_FIRST: '先是用工单位工会',
  AGENCY_FIRST: '先是派遣单位工会',
  WORKER_CHOICE: '本人选',
} as const
export const newFormName = { TERRITORY: '属地的', INDUSTRY: '行业的' } as const
export const retainName = { RESIDENCE: '居住地', UPPER_UNION: '上级工会' } as const
export const consentName = { tick: '勾选同意', signature: '手写签名' } as const
export const formName = { electronic: '手机', written: '书面', mixed: '手机、书面并用' } as const
export const homeDocumentName = {
  QINGDAO_HOME: '青岛：六有、八有，再按企业、机关事业、区域行业分三类',
  JIUJIANG_STANDARDS: '九江：六有；六个规范和八有',
  SHANDONG_GRASSROOTS: '山东：六有',
} as const
export const basisName = { members: '女会员', staff: '女职工' } as const
export const below25 = { single: '单独建会', joint: '联合建会', organiser: '设组织员' } as const
export const companionName = { audit: '经费审查委员会', 'labour-law': '劳动法律监督委员会' } as const
export const thresholdName = {
  enterprise: '企业',
  stateOwned: '国有企业',
  publicInstitution: '机关事业单位',
  regionalSample: '随机抽查',
  regionalStaff: '职工满意率',
} as const
export const rateName = { units: '建会率', members: '职工入会率', rural: '农民工入会率', cards: '激活率' } as const

export const policyWords: { readonly [Key in PolicyKey]: Words<PolicyValues[Key]> } = {
  dispatch: {
    label: '劳务派遣工在哪里入会',
    text: (value) => dispatchName[value],
  },
  newFormPrimary: {
    label: '新就业形态劳动者先入哪个工会',
    text: (value) => newFormName[value],
  },
  dissolvedRetain: {
    label: '工会撤销后会籍保留在哪里',
    text: (value) => retainName[value],
  },
  minAge: { label: '最低入会年龄', text: (age) => `${age} 周岁` },
  secondmentMonths: { label: '借调满多久可以转会', text: (months) => `${months} 个月` },
  approvalWorkingDays: { label: '入会审批期限', text: workingDays },
  transferNoticeDays: { label: '转会通知期', text: workingDays },
  objectionDays: { label: '机构变动的异议期', text: workingDays },
  taskWorkingDays: { label: '待办期限', text: workingDays },
  raisedWorkingDays: { label: '上交以后的办理期限', text: workingDays },
  vacantOfficeDays: { label: '没有干部在任多久以后上交', text: (days) => `${days} 天` },
  documentsFor: {
    label: '哪些变动要附文件',
    text: (kinds) => list([kinds.map((kind) => changeName[kind]).join('、')]),
  },
  letter: { label: '入会申请书', text: ({ text }) => text },
  letterConsent: { label: '申请书怎样同意', text: (value) => consentName[value] },
  rosterColumns: { label: '花名册的列', text: (columns) => columns.join('、') },
  ownCommitteeAt: { label: '多少会员应单独建会', text: (count) => `${count} 人以上（含）` },
  belowOwnCommittee: { label: '不到这个数可以怎样', text: (ways) => ways.map((way) => below25[way]).join('、') },
  womenCommittee: {
    label: '多少人应建女职工委员会',
    text: ({ basis, at }) => `${basisName[basis]} ${at} 人以上（含）`,
  },
  companionCommittees: {
    label: '建工会时一同建的委员会',
    text: (value) => list([value.map((one) => companionName[one]).join('、') || undefined]),
  },
  jointUnionMaxUnits: { label: '联合工会最多覆盖几家', text: (count) => `${count} 家` },
  fullTimeChairAt: { label: '多少职工应设专职主席', text: (count) => `${count} 人以上（含）` },
  relativesExcludedAt: {
    label: '负责人近亲属回避',
    text: (count) => (count === 0 ? '不论人数' : `职工 ${count} 人以上的企业`),
  },
  assistants: {
    label: '专职工作人员',
    text: ({ park, township, federation }) =>
      list([
        park && `园区${atLeast(park, '人')}`,
        township && `镇街${atLeast(township, '人')}`,
        federation && `联合会${atLeast(federation, '人')}`,
      ]),
  },
  chairTrainingMonths: { label: '新任主席多久以内参加培训', text: (months) => `${months} 个月` },
  chairContractFiling: { label: '主席的劳动合同变动报上级工会备案', text: yes },
  termReminderMonths: { label: '任期届满提前多久提醒', text: (months) => `${months} 个月` },
  termYears: { label: '每届任期', text: (years) => `${years.join(' 年或 ')} 年` },
  congressPerYear: { label: '会员代表大会每年', text: (range) => atLeast(range, '次') },
  rosterUpdate: {
    label: '会员资料更新',
    text: ({ everyMonths, inMonths }) =>
      list([`每 ${everyMonths} 个月`, inMonths.length === 0 ? undefined : `在 ${inMonths.join('、')} 月`]),
  },
  reviewForm: {
    label: '会员评家的方式',
    text: (form) => formName[form],
  },
  reviewThresholds: {
    label: '评家满意率标准（含本数）',
    text: (value) =>
      list([
        percentOf(thresholdName.enterprise, value.enterprise),
        percentOf(thresholdName.stateOwned, value.stateOwned),
        percentOf(thresholdName.publicInstitution, value.publicInstitution),
        percentOf(thresholdName.regionalSample, value.regionalSample),
        percentOf(thresholdName.regionalStaff, value.regionalStaff),
      ]),
  },
  reviewGrades: { label: '选票上的等次', text: (grades) => grades.map((grade) => gradeName[grade]).join('、') },
  reviewMostlyCounts: { label: '“基本满意”算不算满意', text: (counts) => (counts ? '算' : '不算') },
  reviewParticipation: {
    label: '评家最低参与率',
    text: shareText,
  },
  reviewSmallGroup: { label: '少于几张有效票合并公布', text: (count) => `${count} 张` },
  reviewRectification: { label: '评家不达标要交整改方案', text: yes },
  homeGoal: {
    label: '职工之家建设目标',
    text: (goal) => (goal.kind === 'six-have' ? '六有' : `建会不满 ${goal.years} 年六有，满 ${goal.years} 年六个规范`),
  },
  meetingQuorum: { label: '两个大会最少到会', text: shareText },
  staffCongressPerYear: { label: '职工代表大会每年', text: (range) => atLeast(range, '次') },
  staffDirectors: { label: '国有公司职工董事至少', text: (count) => `${count} 名` },
  staffSupervisors: { label: '监事会里职工监事至少', text: shareText },
  paperArchive: {
    label: '哪些要以纸质存档',
    text: (lists) =>
      list(
        homeCategories.map(
          (category) =>
            `${homeCategoryName[category]}：${lists[category].map((kind) => paperName[kind]).join('、') || '没有规定'}`,
        ),
      ),
  },
  dutyReminderMonths: { label: '每年的事在年底前多久提醒', text: (months) => `${months} 个月` },
  homeTarget: { label: '建家达标目标', text: target },
  contractTarget: { label: '集体合同建制率目标', text: target },
  homeReportDue: {
    label: '建家情况每年报送截止',
    text: (day) => (day === null ? '没有规定' : `${Number(day.slice(0, 2))}月${Number(day.slice(3))}日`),
  },
  titleRecheckYears: { label: '模范职工之家几年复查一次', text: (years) => `${years} 年` },
  honourRule: {
    label: '推荐劳动奖状、奖章',
    text: (rule) => (rule === 'needs-title' ? '工会要有同级模范职工之家' : '没有同级模范职工之家只提示'),
  },
  homeDocument: { label: '职工之家的标准', text: (value) => homeDocumentName[value] },
  landline: {
    label: '座机区号',
    text: (value) => (value === null ? '没有统一区号' : `${value.areaCode}，号码 ${value.digits} 位`),
  },
  platform: { label: '数据导入的平台', text: (name) => name ?? '没有规定' },
  subsidies: {
    label: '一次性补助',
    text: (brackets) =>
      list(
        brackets.map(
          ({ staffFrom, staffTo, amountFen }) =>
            `${staffTo === null ? `${staffFrom} 人以上` : `${staffFrom}—${staffTo} 人`} ${amountFen / 100} 元`,
        ),
      ),
  },
  rateTargets: {
    label: '建会率、入会率目标',
    text: ({ region, unit }) =>
      list([
        ...rateKeys.map((key) => percentOf(`区域${rateName[key]}`, region[key])),
        ...rateKeys.map((key) => percentOf(`单位${rateName[key]}`, unit[key])),
      ]),
  },
  reportWorkingDays: { label: '每级审核上报的期限', text: workingDays },
  smallCount: { label: '少于几人的分项不显示', text: (count) => `${count} 人` },
}

/** In the order and under the headings of the page. */
export const policyGroups: readonly { readonly title: string; readonly keys: readonly PolicyKey[] }[] = [
  {
    title: '入会和会籍',
    keys: [
      'letter',
      'letterConsent',
      'approvalWorkingDays',
      'dispatch',
      'newFormPrimary',
      'transferNoticeDays',
      'secondmentMonths',
      'dissolvedRetain',
      'objectionDays',
      'documentsFor',
      'minAge',
    ],
  },
  {
    title: '工会组织',
    keys: [
      'ownCommitteeAt',
      'belowOwnCommittee',
      'womenCommittee',
      'companionCommittees',
      'jointUnionMaxUnits',
      'fullTimeChairAt',
      'relativesExcludedAt',
      'assistants',
      'chairTrainingMonths',
      'chairContractFiling',
      'termYears',
      'termReminderMonths',
      'congressPerYear',
    ],
  },
  {
    title: '会员评家',
    keys: [
      'reviewForm',
      'reviewGrades',
      'reviewThresholds',
      'reviewMostlyCounts',
      'reviewParticipation',
      'reviewSmallGroup',
      'reviewRectification',
    ],
  },
  {
    title: '名册、统计和补助',
    keys: [
      'rosterUpdate',
      'rosterColumns',
      'reportWorkingDays',
      'rateTargets',
      'smallCount',
      'subsidies',
      'platform',
      'landline',
    ],
  },
  {
    title: '会议、民主管理和档案',
    keys: [
      'meetingQuorum',
      'staffCongressPerYear',
      'staffDirectors',
      'staffSupervisors',
      'paperArchive',
      'dutyReminderMonths',
    ],
  },
  {
    title: '职工之家建设',
    keys: [
      'homeGoal',
      'homeDocument',
      'homeTarget',
      'contractTarget',
      'homeReportDue',
      'titleRecheckYears',
      'honourRule',
    ],
  },
  { title: '干部办事', keys: ['taskWorkingDays', 'raisedWorkingDays', 'vacantOfficeDays'] },
]
