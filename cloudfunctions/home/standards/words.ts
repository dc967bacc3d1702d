import { fullDayInWords } from '../../../shared/core/calendar'
import { unreachable } from '../../../shared/core/unreachable'
import type { StandardItem } from '../../../shared/home/standards/catalogue'
import type { Judged, MetricState, Shown } from '../../../shared/home/standards/judged'
import type { StandardKey } from '../../../shared/home/standards/keys'
import type { MetricName } from '../../../shared/home/standards/metric-names'
import type { RecordPlace } from '../../../shared/home/standards/places'
import { committeeName } from '../../../shared/org/committees'
import { documents } from '../../../shared/policy/documents'
import type { Policy } from '../../../shared/policy/resolve'
import { percentText } from '../../../shared/review/verdict'

/** 对照标准的说法. They travel with the answer, as the clauses do: neither is in the app. */
export const standardName: Readonly<Record<StandardKey, string>> = {
  'six-have': '六有',
  'six-norms': '六个规范',
  'eight-have': '八有',
  ENT: '职工之家（企业）',
  PUB: '职工之家（机关事业单位）',
  REG: '职工之家（区域、行业）',
}

/** 依据: the document that sets the region’s list, or that nothing does and ours stands. */
export function sourceOf({ provenance }: Pick<Policy, 'provenance'>): string {
  const from = provenance.get('homeDocument')
  return from === undefined ? '' : `${documents[from.source].short} ${from.clause}`
}

/** 第几条, as people say it to each other. */
export function labelOf({ standard, section, no }: Pick<StandardItem, 'standard' | 'section' | 'no'>): string {
  return standard === 'six-have' || standard === 'eight-have' ? `${section} ${no}` : `${section}（${no}）`
}

export const metricName: Readonly<Record<MetricName, string>> = {
  elected_chair: '依法选举的主席在任',
  three_committees_established: '工会、经审、女职工委员会健全',
  term_not_expired: '工会委员会按时换届',
  groups_established: '分工会、工会小组',
  labour_law_supervision_committee: '劳动法律监督委员会',
  member_join_rate: '职工入会率',
  migrant_join_rate: '农民工入会率',
  unionisation_rate: '建会率',
  union_cadres: '在任的工会干部',
  member_congress_per_year: '会员（代表）大会一年内召开',
  congress_per_year: '会员代表大会每年次数',
  congress_term: '会员代表大会每届年限',
  staff_congress_per_year: '职工（代表）大会一年内召开',
  staff_congress_term: '职工代表大会每届年限',
  staff_congress_term_not_expired: '职工代表大会按期换届',
  regional_staff_congress: '区域性、行业性职工代表大会',
  no_substitution: '两个大会各开各的',
  archive_has_registration_form_and_roster: '会员登记表和花名册',
  archive_update_interval: '会员档案半年核对',
  finance_disclosed_per_year: '向会员公开经费收支',
  review_per_year: '一年一次会员评家',
  satisfaction_rate: '会员评家满意率',
  sample_satisfaction_rate: '随机抽查满意率',
  staff_satisfaction_rate: '职工满意率',
  review_form: '评家用书面方式',
  review_grades: '评家分三个等次',
  park_assistants: '园区协理员',
  township_assistants: '协理员',
  committee_required_members: '该建委员会的已经建了',
  audit_committee_with_committee: '经费审查委员会',
  founding_documents_complete: '成立、换届的报告、决议、批复',
  women_committee_threshold: '女职工委员会或女职工委员',
  labour_law_supervision_committee_threshold: '劳动法律监督委员会或监督员',
  labour_protection_committee: '劳动保护监督检查委员会',
  mediation_org: '劳动争议调解组织',
  double_display: '双亮：挂牌子、亮身份的照片',
  employee_director_supervisor: '职工董事、职工监事',
  staff_congress_reviews_leaders: '职代会评议领导人员并公布结果',
  labour_contract_full: '全面实行劳动合同',
  social_insurance_general: '职工普遍参加社会保险',
  collective_contract_signed: '集体合同或专项集体合同',
  collective_contract_rate: '集体合同建制率',
  affairs_disclosed: '厂务公开、事务公开',
  democratic_management: '职代会、公开、协商等民主管理',
  fixed_office: '工会办公场所和设备',
  activity_venue: '服务职工的活动场所',
  independent_account: '工会独立银行账户、独立核算',
  dues_paid_in_full: '工会经费及时足额拨缴',
  paper_archive_required: '重要材料的纸质档案',
  joint_meeting_system: '政府与工会联席会议制度',
  tripartite_mechanism: '协调劳动关系三方机制',
  service_window: '服务职工窗口',
  legal_service_station: '职工法律服务站（室）',
  relatives_excluded_from_committee: '行政负责人、合伙人和近亲属不在委员会',
}

const places: { readonly [Name in MetricName]?: RecordPlace } = {
  elected_chair: 'officers',
  union_cadres: 'officers',
  three_committees_established: 'registry',
  term_not_expired: 'registry',
  groups_established: 'registry',
  labour_law_supervision_committee: 'registry',
  committee_required_members: 'registry',
  audit_committee_with_committee: 'registry',
  women_committee_threshold: 'registry',
  labour_law_supervision_committee_threshold: 'registry',
  member_congress_per_year: 'meetings',
  congress_per_year: 'meetings',
  staff_congress_per_year: 'meetings',
  staff_congress_term_not_expired: 'meetings',
  regional_staff_congress: 'meetings',
  no_substitution: 'meetings',
  archive_update_interval: 'round',
  archive_has_registration_form_and_roster: 'roster',
  finance_disclosed_per_year: 'accounts',
  review_per_year: 'reviews',
  satisfaction_rate: 'reviews',
  sample_satisfaction_rate: 'reviews',
  staff_satisfaction_rate: 'reviews',
  review_form: 'reviews',
  review_grades: 'reviews',
  employee_director_supervisor: 'management',
  staff_congress_reviews_leaders: 'management',
  collective_contract_signed: 'management',
  collective_contract_rate: 'management',
  affairs_disclosed: 'management',
  paper_archive_required: 'archive',
  migrant_join_rate: 'figures',
  unionisation_rate: 'figures',
}

/** 去哪里登记: staff is told in the registry, members come by the roster; what the unions below have is on record with them. */
export function placeOf(name: MetricName, { state, shown }: Judged): RecordPlace | undefined {
  if (name === 'collective_contract_rate' && shown.kind === 'rate') return undefined
  if (name === 'member_join_rate') return state === 'no-record' ? 'registry' : 'roster'
  return places[name]
}

const bare: Readonly<Record<MetricState, string>> = {
  met: '有登记',
  short: '不符合',
  'no-record': '没有登记',
  ask: '由工会说明',
  'not-meant': '不适用',
}

/** 数字怎么来的, so that anybody can do the sum again. */
export function figuresText(name: MetricName, { state, shown, lacks }: Judged): string {
  const text = shownText(name, shown, state)
  return lacks === undefined ? text : `${text}，还差 ${lacks}`
}

function shownText(name: MetricName, shown: Shown, state: MetricState): string {
  switch (shown.kind) {
    case 'rate':
      return rateText(shown)
    case 'count':
      if (shown.needs === 0) return `现有 ${shown.has}`
      return `现有 ${shown.has}，要求${shown.most === undefined ? `至少 ${shown.needs}` : ` ${shown.needs} 到 ${shown.most}`}`
    case 'committees':
      return committeesText(shown)
    case 'day':
      return `${terms[name] ?? '最近一次'} ${fullDayInWords(shown.on)}`
    case 'years':
      return `每届 ${shown.years} 年`
    case 'no-result':
      return shown.why === 'old'
        ? `最近一次 ${fullDayInWords(shown.on)}，过了一年`
        : `${fullDayInWords(shown.on)}评的，人太少，结果没有公布`
    case 'nothing':
      return bare[state]
    default:
      return unreachable(shown)
  }
}

/** A day that lies ahead, and what ends on it. */
const terms: { readonly [Name in MetricName]?: string } = {
  term_not_expired: '任期到',
  staff_congress_term_not_expired: '任期到',
  regional_staff_congress: '任期到',
  collective_contract_signed: '有效期到',
  collective_contract_rate: '有效期到',
}

function rateText({ numerator, denominator, percent, pooled }: Extract<Shown, { kind: 'rate' }>): string {
  const reached = percentText({ numerator, denominator })
  if (reached === undefined) return '还没有可以计算的数'
  const wanted = percent === undefined ? '' : `，要求 ${percent}%`
  return `${numerator} ÷ ${denominator} ＝ ${reached}%${wanted}${pooled === true ? '（合并公布的结果）' : ''}`
}

function committeesText({ missing, ended, together }: Extract<Shown, { kind: 'committees' }>): string {
  const names = (kinds: typeof missing) => kinds.map((kind) => committeeName[kind]).join('、')
  const parts = [
    ...(missing.length > 0 ? [`没有登记${names(missing)}`] : []),
    ...(ended.length > 0 ? [`${names(ended)}任期已到`] : []),
    ...(missing.length === 0 && ended.length === 0 && !together ? ['不是同一天选出的'] : []),
  ]
  return parts.length === 0 ? '都在任期内' : parts.join('，')
}
