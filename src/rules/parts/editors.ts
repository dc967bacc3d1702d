import { PaperKind } from '../../../shared/home/archive/papers'
import { homeDocuments } from '../../../shared/home/standards/document'
import { rateKeys, type Rate } from '../../../shared/org/rates'
import { LifeChange } from '../../../shared/membership/life'
import type { PolicyKey, PolicyValues } from '../../../shared/policy/values'
import { rosterColumns } from '../../../shared/policy/schemas'
import { Grade, ReviewForm } from '../../../shared/review/kinds'
import { homeCategories, homeCategoryName, paperName } from '../../pages/paper-words'
import { gradeName } from '../../pages/review-words'
import { bracketLines, bracketsOf } from './brackets'
import {
  choice,
  choices,
  chosenOf,
  filled,
  inOrder,
  named,
  number,
  numberOf,
  percentInputs,
  percentsIn,
  percentTexts,
  rangeIn,
  rangeInputs,
  rangeTexts,
  textOf,
  texts,
  yesOrNo,
  type Editor,
} from './inputs'
import {
  basisName,
  below25,
  changeName,
  companionName,
  consentName,
  dispatchName,
  formName,
  homeDocumentName,
  newFormName,
  rateName,
  retainName,
  thresholdName,
} from './words'

const oneOf = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1))
const years = oneOf(5).map((value) => ({ value, label: `${value} 年` }))
const months = oneOf(12).map((value) => ({ value, label: `${value} 月` }))
const thresholds = ['enterprise', 'stateOwned', 'publicInstitution', 'regionalSample', 'regionalStaff'] as const
const workingDays = (hint?: string) => number('几个工作日？', hint)
const people = (hint: string) => number('几人？', hint)

const share: Editor<Rate> = {
  inputs: [
    { kind: 'number', name: 'denominator', label: '几分' },
    { kind: 'number', name: 'numerator', label: '之几' },
  ],
  write: ({ numerator, denominator }) => texts({ numerator, denominator }),
  read: (typed) => ({ numerator: numberOf(typed, 'numerator'), denominator: numberOf(typed, 'denominator') }),
}
const papers = named(PaperKind.options, paperName)

/** 每项规定怎样填. */
export const policyEditors: { readonly [Key in PolicyKey]: Editor<PolicyValues[Key]> } = {
  dispatch: choice('在哪里入会？', named(['USER_FIRST', 'AGENCY_FIRST', 'WORKER_CHOICE'], dispatchName)),
  newFormPrimary: choice('先入哪个工会？', named(['TERRITORY', 'INDUSTRY'], newFormName)),
  dissolvedRetain: choice('会籍保留在哪里？', named(['RESIDENCE', 'UPPER_UNION'], retainName)),
  minAge: number('几周岁？'),
  secondmentMonths: number('几个月？'),

  approvalWorkingDays: workingDays(),
  transferNoticeDays: workingDays('原工会到期不答复，就算放行'),
  objectionDays: workingDays(),
  taskWorkingDays: workingDays(),
  raisedWorkingDays: workingDays(),
  vacantOfficeDays: number('几天？', '日历天'),
  documentsFor: choices('哪些变动要附文件？', named([...LifeChange.options, 'move-in'], changeName)),
  letter: {
    inputs: [
      { kind: 'text', name: 'title', label: '标题' },
      { kind: 'long', name: 'text', label: '正文', hint: '已经同意旧文本的申请不受影响' },
    ],
    // Which version it is, nobody types; a new text gets its own where it is proposed.
    write: ({ version, title, text }) => texts({ version, title, text }),
    read: (typed) => ({
      version: textOf(typed, 'version'),
      title: textOf(typed, 'title'),
      text: textOf(typed, 'text'),
    }),
  },
  letterConsent: choice('怎样同意？', named(['tick', 'signature'], consentName)),
  rosterColumns: choices<string>(
    '要哪些列？',
    rosterColumns.map((value) => ({ value, label: value })),
  ),

  ownCommitteeAt: people('达到这个数就应单独建会'),
  belowOwnCommittee: choices('可以怎样？', named(['single', 'joint', 'organiser'], below25)),
  womenCommittee: {
    inputs: [
      { kind: 'choice', name: 'basis', label: '按什么人数？', options: named(['members', 'staff'], basisName) },
      { kind: 'number', name: 'at', label: '几人？' },
    ],
    write: ({ basis, at }) => texts({ basis, at }),
    read: (typed) => ({ basis: textOf(typed, 'basis'), at: numberOf(typed, 'at') }),
  },
  companionCommittees: choices('还要建哪些委员会？', named(['audit', 'labour-law'], companionName)),
  jointUnionMaxUnits: number('最多几家？'),
  fullTimeChairAt: people('达到这个数就应设专职主席'),
  relativesExcludedAt: people('不论人数都回避，填 0'),
  assistants: {
    inputs: [
      ...rangeInputs('park.', '园区人数'),
      ...rangeInputs('township.', '镇街人数'),
      ...rangeInputs('federation.', '联合会人数'),
    ],
    write: ({ park, township, federation }) =>
      texts({
        ...rangeTexts('park.', park),
        ...rangeTexts('township.', township),
        ...rangeTexts('federation.', federation),
      }),
    read: (typed) =>
      filled({
        park: rangeIn(typed, 'park.'),
        township: rangeIn(typed, 'township.'),
        federation: rangeIn(typed, 'federation.'),
      }),
  },
  chairTrainingMonths: number('几个月？', '从就任那天算起'),
  chairContractFiling: yesOrNo('合同变动要报上级工会备案吗？'),

  termReminderMonths: number('提前几个月？'),
  termYears: {
    inputs: [{ kind: 'choices', name: 'value', label: '每届可以几年？', options: years }],
    write: (terms) => ({ texts: {}, chosen: { value: terms.map(String) } }),
    read: (typed) => inOrder(years, chosenOf(typed, 'value')).map(Number),
  },
  congressPerYear: {
    inputs: rangeInputs('', '每年几次，'),
    write: (range) => texts(rangeTexts('', range)),
    read: (typed) => rangeIn(typed, ''),
  },
  rosterUpdate: {
    inputs: [
      { kind: 'number', name: 'everyMonths', label: '至少几个月一次？' },
      { kind: 'choices', name: 'inMonths', label: '在哪几个月（没有规定就不选）', options: months },
    ],
    write: ({ everyMonths, inMonths }) => ({
      ...texts({ everyMonths }),
      chosen: { inMonths: inMonths.map(String) },
    }),
    read: (typed) => ({
      everyMonths: numberOf(typed, 'everyMonths'),
      inMonths: inOrder(months, chosenOf(typed, 'inMonths')).map(Number),
    }),
  },
  reviewForm: choice('用什么方式？', named(ReviewForm.options, formName)),
  reviewThresholds: {
    inputs: percentInputs(thresholds, thresholdName),
    write: (value) => texts(percentTexts(thresholds, value)),
    read: (typed) => percentsIn(typed, thresholds),
  },
  reviewGrades: choices('选票上有哪些等次？', named(Grade.options, gradeName)),
  reviewMostlyCounts: yesOrNo('“基本满意”算满意吗？'),
  reviewParticipation: share,
  reviewSmallGroup: number('几张？', '不能少于 10 张：再少就能猜出是谁投的'),
  reviewRectification: yesOrNo('不达标要交整改方案吗？'),
  homeGoal: {
    inputs: [
      {
        kind: 'choice',
        name: 'kind',
        label: '目标是什么？',
        options: [
          { value: 'six-have', label: '六有' },
          { value: 'by-age', label: '建会满几年以后六个规范' },
        ],
      },
      { kind: 'number', name: 'years', label: '满几年？', hint: '选了“六有”不用填' },
    ],
    write: (goal) => texts({ kind: goal.kind, years: goal.kind === 'by-age' ? goal.years : undefined }),
    read: (typed) => {
      const kind = textOf(typed, 'kind')
      return filled({ kind, years: kind === 'by-age' ? numberOf(typed, 'years') : undefined })
    },
  },
  homeTarget: number('百分之几的工会达标？', '没有规定写 0'),
  contractTarget: number('百分之几的企业签集体合同？', '没有规定写 0'),
  homeReportDue: {
    inputs: [{ kind: 'text', name: 'value', label: '每年几月几日？', hint: '例如 12-15；没有规定就空着' }],
    write: (value) => texts({ value: value ?? '' }),
    read: (typed) => textOf(typed, 'value') || null,
  },
  titleRecheckYears: number('几年？'),
  honourRule: choice('没有同级模范职工之家，能推荐吗？', [
    { value: 'needs-title', label: '不能推荐' },
    { value: 'tells', label: '能，只提示' },
  ]),
  homeDocument: choice('用哪个文件的标准？', named(homeDocuments, homeDocumentName)),

  meetingQuorum: share,
  staffCongressPerYear: {
    inputs: rangeInputs('', '每年几次，'),
    write: (range) => texts(rangeTexts('', range)),
    read: (typed) => rangeIn(typed, ''),
  },
  staffDirectors: number('至少几名？', '不要求填 0'),
  staffSupervisors: share,
  paperArchive: {
    inputs: homeCategories.map((category) => ({
      kind: 'choices',
      name: category,
      label: `${homeCategoryName[category]}的工会，哪些要存纸质的？`,
      options: papers,
    })),
    write: (lists) => ({ texts: {}, chosen: { ...lists } }),
    read: (typed) => ({
      enterprise: inOrder(papers, chosenOf(typed, 'enterprise')),
      public: inOrder(papers, chosenOf(typed, 'public')),
      regional: inOrder(papers, chosenOf(typed, 'regional')),
    }),
  },
  dutyReminderMonths: number('年底前几个月？'),
  landline: {
    inputs: [
      { kind: 'text', name: 'areaCode', label: '区号', hint: '没有统一区号，两栏都空着' },
      { kind: 'number', name: 'digits', label: '号码几位？', hint: '7 或 8' },
    ],
    write: (value) => texts({ areaCode: value?.areaCode, digits: value?.digits }),
    read: (typed) => {
      const [areaCode, digits] = [textOf(typed, 'areaCode'), numberOf(typed, 'digits')]
      return areaCode === '' && digits === undefined ? null : { areaCode, digits }
    },
  },
  platform: {
    inputs: [{ kind: 'text', name: 'value', label: '平台叫什么？', hint: '没有规定就空着' }],
    write: (value) => texts({ value: value ?? '' }),
    read: (typed) => textOf(typed, 'value') || null,
  },
  subsidies: {
    inputs: [
      {
        kind: 'long',
        name: 'value',
        label: '各档补助（元）',
        hint: '一行一档，例如：25-99 1000；没有上限的写：100以上 2000',
      },
    ],
    write: (brackets) => texts({ value: bracketLines(brackets) }),
    read: (typed) => bracketsOf(textOf(typed, 'value')),
  },
  rateTargets: {
    inputs: [...percentInputs(rateKeys, rateName, 'region.'), ...percentInputs(rateKeys, rateName, 'unit.')],
    write: ({ region, unit }) =>
      texts({ ...percentTexts(rateKeys, region, 'region.'), ...percentTexts(rateKeys, unit, 'unit.') }),
    read: (typed) => ({
      region: percentsIn(typed, rateKeys, 'region.'),
      unit: percentsIn(typed, rateKeys, 'unit.'),
    }),
  },
  reportWorkingDays: workingDays(),
  smallCount: number('几人？', '不能少于 3 人：两个人里，一个能猜出另一个'),
}
