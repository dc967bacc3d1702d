import { RegionId } from '../../core/ids'
import { IsoDate } from '../../core/time'
import { letterCurrent } from '../letters'
import { statutory } from '../statutory'
import type { NationalPack } from '../values'

const day = (text: string) => IsoDate.parse(text)
/** Our defaults hold as long as the records of the system reach back. */
const always = day('2000-01-01')
const unionLaw = { effectiveFrom: day('2022-01-01'), source: 'UNION_LAW' } as const
const membershipRules = { effectiveFrom: day('2016-12-12'), source: 'MEMBERSHIP_RULES' } as const
const ours = { effectiveFrom: always, source: 'DEFAULT' } as const

/** 全国: law and national rules, and our defaults where they are silent (REQUIREMENTS A10, column “proposed default”). */
export const national: NationalPack = {
  region: RegionId.parse('CN'),
  name: '全国',
  provisions: {
    dispatch: [{ ...ours, value: 'USER_FIRST', clause: '谁用工、谁组织入会；派遣单位工会仍可选择' }],
    newFormPrimary: [{ ...ours, value: 'TERRITORY', clause: '属地优先' }],
    dissolvedRetain: [{ ...membershipRules, value: 'RESIDENCE', clause: '会籍保留' }],
    minAge: [{ effectiveFrom: day('1995-01-01'), source: 'LABOUR_LAW', value: statutory.minAge, clause: '第十五条' }],
    secondmentMonths: [{ ...membershipRules, value: statutory.secondmentMonths, clause: '第十四条' }],

    approvalWorkingDays: [{ ...ours, value: 15, clause: '文件未规定期限' }],
    transferNoticeDays: [{ ...ours, value: 5, clause: '文件只说“及时接转”' }],
    objectionDays: [{ ...ours, value: 5, clause: '与转会通知期相同' }],
    taskWorkingDays: [{ ...ours, value: 15, clause: '与审批期限相同' }],
    raisedWorkingDays: [{ ...ours, value: 5, clause: '文件未规定' }],
    vacantOfficeDays: [{ ...ours, value: 10, clause: '文件未规定' }],
    documentsFor: [{ ...membershipRules, value: ['expel', 'entrust'], clause: '开除须报上级备案；委托管理须有协议' }],
    letter: [{ effectiveFrom: always, source: 'PUBLISHED_LETTER', value: letterCurrent, clause: '全文' }],
    letterConsent: [{ ...ours, value: 'tick', clause: '网上申请，勾选同意' }],
    rosterColumns: [
      {
        ...ours,
        value: [
          '序号',
          '姓名',
          '性别',
          '身份证号码',
          '国籍',
          '学历',
          '手机号码',
          '户籍类型',
          '所属单位',
          '就业状况',
          '担任工会职务',
        ],
        clause: '采用长总工〔2018〕12号附件3的列',
      },
    ],

    ownCommitteeAt: [{ ...unionLaw, value: 25, clause: '第十一条' }],
    belowOwnCommittee: [{ ...unionLaw, value: ['single', 'joint', 'organiser'], clause: '第十一条' }],
    womenCommittee: [
      { effectiveFrom: always, source: 'WOMEN_RULES', value: { basis: 'members', at: 10 }, clause: '第十一条' },
    ],
    jointUnionMaxUnits: [{ ...ours, value: 50, clause: '采用鲁会〔2014〕79号 6' }],
    fullTimeChairAt: [{ ...unionLaw, value: 200, clause: '第十四条' }],
    relativesExcludedAt: [{ ...unionLaw, value: 0, clause: '第十条' }],
    assistants: [{ ...ours, value: {}, clause: '由地区规定' }],

    companionCommittees: [{ ...unionLaw, value: ['audit'], clause: '第四十五条' }],
    termYears: [{ ...unionLaw, value: [3, 5], clause: '第十六条' }],
    termReminderMonths: [{ ...ours, value: 3, clause: '文件只说“按时换届”' }],
    chairTrainingMonths: [{ ...ours, value: 12, clause: '采用鲁会〔2014〕79号 7' }],
    chairContractFiling: [{ ...ours, value: true, clause: '采用鲁会〔2014〕79号 21' }],
    congressPerYear: [
      { effectiveFrom: day('2019-01-15'), source: 'CONGRESS_RULES', value: { min: 1 }, clause: '每年至少召开一次' },
    ],
    rosterUpdate: [{ ...ours, value: { everyMonths: 6, inMonths: [] }, clause: '至少每半年更新一次' }],
    reviewForm: [{ ...ours, value: 'mixed', clause: '书面、电子并用' }],
    reviewThresholds: [{ ...ours, value: {}, clause: '由地区规定' }],
    reviewGrades: [
      {
        ...ours,
        value: ['satisfied', 'mostly', 'dissatisfied'],
        clause: '采用九江市附件 工作绩效2：满意、基本满意、不满意',
      },
    ],
    reviewMostlyCounts: [{ ...ours, value: false, clause: '满意率只计“满意”，另列“满意＋基本满意”' }],
    reviewParticipation: [
      { ...ours, value: { numerator: 2, denominator: 3 }, clause: '采用总工发〔2019〕6号到会三分之二' },
    ],
    reviewSmallGroup: [{ ...ours, value: 20, clause: '少于 20 张有效票合并公布，避免推知个人选择' }],
    reviewRectification: [{ ...ours, value: false, clause: '由地区规定' }],
    homeGoal: [{ ...ours, value: { kind: 'six-have' }, clause: '“六有”' }],
    homeTarget: [{ ...ours, value: 0, clause: '由地区规定' }],
    contractTarget: [{ ...ours, value: 0, clause: '由地区规定' }],
    homeReportDue: [{ ...ours, value: null, clause: '由地区规定' }],
    titleRecheckYears: [{ ...ours, value: 3, clause: '鲁会〔2014〕79号 18 只说“复查”，没有年限' }],
    honourRule: [{ ...ours, value: 'tells', clause: '由地区规定' }],
    homeDocument: [{ ...ours, value: 'SHANDONG_GRASSROOTS', clause: '采用鲁会〔2014〕79号 3 的“六有”' }],

    meetingQuorum: [
      {
        effectiveFrom: day('2019-01-15'),
        source: 'CONGRESS_RULES',
        value: { numerator: 2, denominator: 3 },
        clause: '应到代表三分之二以上到会；企业民主管理规定第十八条相同',
      },
    ],
    staffCongressPerYear: [
      { effectiveFrom: day('2012-02-13'), source: 'DEMOCRACY_RULES', value: { min: 1 }, clause: '每年至少召开一次' },
    ],
    staffDirectors: [{ ...ours, value: 1, clause: '采用青岛市通知三（三）' }],
    staffSupervisors: [
      {
        effectiveFrom: day('2006-01-01'),
        source: 'COMPANY_LAW',
        value: { numerator: 1, denominator: 3 },
        clause: '监事会中职工代表的比例不得低于三分之一',
      },
    ],
    paperArchive: [
      {
        ...ours,
        value: {
          enterprise: ['member-congress', 'staff-congress', 'collective-contract', 'special-contract'],
          public: ['member-congress', 'staff-congress'],
          regional: ['member-congress', 'staff-congress', 'collective-contract'],
        },
        clause: '采用青岛市“双争”通知 基础建设',
      },
    ],
    dutyReminderMonths: [{ ...ours, value: 3, clause: '文件只说“每年”' }],

    landline: [{ ...ours, value: null, clause: '全国没有统一区号' }],
    platform: [{ ...ours, value: null, clause: '由地区规定' }],
    subsidies: [{ ...ours, value: [], clause: '由地区规定' }],
    rateTargets: [{ ...ours, value: { region: {}, unit: {} }, clause: '由地区规定' }],
    reportWorkingDays: [{ ...ours, value: 5, clause: '文件未规定，与上一级办理期限相同' }],
    smallCount: [{ ...ours, value: 5, clause: '少于 5 人的分项不显示，避免推知个人' }],
  },
}
