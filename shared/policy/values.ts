import type { RegionId } from '../core/ids'
import type { IsoDate } from '../core/time'
import type { HonourRule } from '../home/titles/honour'
import type { HomeDocument } from '../home/standards/document'
import type { LifeChange } from '../membership/life'
import type { RoutingPolicy } from '../membership/routing-types'
import type { HomeCategory, PaperKind } from '../home/archive/papers'
import type { RateTargets } from '../org/rates'
import type { SubsidyBracket } from '../org/subsidy'
import type { Grade } from '../review/kinds'
import type { DocumentId } from './documents'
import type { LetterTemplate } from './letters'

/**
 * 地区政策的取值: every threshold, wording, deadline and preference that a region may set (REQUIREMENTS A10). No rule holds such a number itself.
 * Counts are of people or units, percentages whole numbers, money in fen.
 */
export interface PolicyValues {
  /** 劳务派遣工 whose agency and user unit both have a union (000 二(一)). */
  readonly dispatch: RoutingPolicy['dispatch']
  /** 新就业形态: 属地 or 行业 first (000 二(二) leaves the order open). */
  readonly newFormPrimary: RoutingPolicy['newFormPrimary']
  /** 工会撤销后会籍保留在哪里. */
  readonly dissolvedRetain: RoutingPolicy['dissolvedRetain']
  readonly minAge: number
  /** 借调满几个月可以接转. */
  readonly secondmentMonths: number

  /** 审批期限, in working days (O-10). */
  readonly approvalWorkingDays: number
  /** 转会通知期: so many working days the union that somebody leaves may report an error of fact; then silence releases. */
  readonly transferNoticeDays: number
  /** 异议期: so many working days somebody may object to a move that an event brings. */
  readonly objectionDays: number
  /** 待办期限 of everything else that waits for an officer, in working days. */
  readonly taskWorkingDays: number
  /** What went up has so many working days at the next desk. */
  readonly raisedWorkingDays: number
  /** A union without an officer in office sends its inbox upward after so many days. */
  readonly vacantOfficeDays: number
  /** 变动附件: changes that want a document; each other one is recorded by its reason, date and actor. `move-in`: from outside this system (R62). */
  readonly documentsFor: readonly (LifeChange | 'move-in')[]
  readonly letter: LetterTemplate
  /** 勾选同意 or 签字. */
  readonly letterConsent: 'tick' | 'signature'
  /** 花名册列, in the printed order. */
  readonly rosterColumns: readonly string[]

  /** 会员达到几人应当单独建立委员会. */
  readonly ownCommitteeAt: number
  /** What a unit below that number may do. */
  readonly belowOwnCommittee: readonly ('single' | 'joint' | 'organiser')[]
  readonly womenCommittee: { readonly basis: 'members' | 'staff'; readonly at: number }
  /** 联合工会 covers at most this many units; more is a warning. */
  readonly jointUnionMaxUnits: number
  /** 职工达到几人应设专职主席或副主席; a warning. */
  readonly fullTimeChairAt: number
  /** From how many staff on the relatives of those in charge stay off the committee; 0 = always. */
  readonly relativesExcludedAt: number
  /** 协理员、专职工作人员. */
  readonly assistants: {
    readonly park?: Range | undefined
    readonly township?: Range | undefined
    readonly federation?: Range | undefined
  }

  /** 同步成立: which committees are founded with 工会委员会, besides that for women. */
  readonly companionCommittees: readonly ('audit' | 'labour-law')[]
  readonly termYears: readonly number[]
  /** 任期届满前几个月提醒换届. */
  readonly termReminderMonths: number
  /** 主席到任后几个月内参加培训. */
  readonly chairTrainingMonths: number
  /** 主席劳动合同变更、解除前报上级备案. */
  readonly chairContractFiling: boolean
  /** 会员代表大会 a year. */
  readonly congressPerYear: Range
  /** 会员档案更新: at least every so many months, in these months where the region names them. */
  readonly rosterUpdate: { readonly everyMonths: number; readonly inMonths: readonly number[] }
  /** 会员评家的方式 and the rates, 含本数, that a region asks for in percent. */
  readonly reviewForm: 'electronic' | 'written' | 'mixed'
  readonly reviewThresholds: ReviewThresholds
  /** 等次 on the ballot, best first. */
  readonly reviewGrades: readonly Grade[]
  /** Whether 基本满意 counts as satisfied where a threshold is held against it (O-4). */
  readonly reviewMostlyCounts: boolean
  /** 最低参与率: of the electors, so many must have voted (O-4). */
  readonly reviewParticipation: { readonly numerator: number; readonly denominator: number }
  /** Fewer valid ballots than this are published with others’ only. */
  readonly reviewSmallGroup: number
  /** 不达标须提出整改方案. */
  readonly reviewRectification: boolean
  /** 六有 for everybody, or 六有 below and 六个规范 from `years` since founding on. */
  readonly homeGoal: { readonly kind: 'six-have' } | { readonly kind: 'by-age'; readonly years: number }
  /** 职工之家 by whose document: its words, and the lists that it sets beside the goal. */
  readonly homeDocument: HomeDocument

  /** 会员(代表)大会、职工(代表)大会: at least this share of those entitled has to be there. */
  readonly meetingQuorum: { readonly numerator: number; readonly denominator: number }
  /** 职工代表大会 a year. */
  readonly staffCongressPerYear: Range
  /** 职工董事 at least, in companies that the state owns or controls; 0 = none is asked for. */
  readonly staffDirectors: number
  /** 职工监事: at least this share of a board of supervisors. */
  readonly staffSupervisors: { readonly numerator: number; readonly denominator: number }
  /** 应以纸质形式存档的, by what kind of home it is. */
  readonly paperArchive: { readonly [Category in HomeCategory]: readonly PaperKind[] }
  /** 年度要办的事 stand in the inbox so many months before the year ends. */
  readonly dutyReminderMonths: number
  /** 达标目标: so many percent of the unions below reach the standard that applies to them; 0 = none set. */
  readonly homeTarget: number
  /** 集体合同建制率: so many percent of the enterprises of a place have a collective contract; 0 = none set. */
  readonly contractTarget: number
  /** 建家情况报送: every year until this day, `12-15`; null where the region names none. */
  readonly homeReportDue: string | null
  /** 模范职工之家复查 every so many years. */
  readonly titleRecheckYears: number
  /** 推荐劳动奖状、奖章: whether the title of that level is needed, or its lack is told. */
  readonly honourRule: HonourRule

  /** 座机: the area code that a number without one gets, and how long numbers are there; null where a region spans several. */
  readonly landline: { readonly areaCode: string; readonly digits: 7 | 8 } | null
  /** The platform a region imports into; null where it names none. */
  readonly platform: string | null
  /** 一次性补助 by number of staff. */
  readonly subsidies: readonly SubsidyBracket[]
  /** 建会率、入会率等的目标, in percent. */
  readonly rateTargets: RateTargets
  /** 逐级上报: each level has so many working days to check those below. */
  readonly reportWorkingDays: number
  /** Figures about fewer people than this are not told where they could tell on somebody. */
  readonly smallCount: number
}

export interface Range {
  readonly min: number
  readonly max?: number | undefined
}

export interface ReviewThresholds {
  readonly enterprise?: number | undefined
  readonly stateOwned?: number | undefined
  readonly publicInstitution?: number | undefined
  readonly regionalSample?: number | undefined
  readonly regionalStaff?: number | undefined
}

export type PolicyKey = keyof PolicyValues

/** 一条规定: a value, from when (and until when) it holds, and where it stands. */
export interface Provision<Value> {
  readonly value: Value
  readonly effectiveFrom: IsoDate
  /** The last day on which it holds. */
  readonly effectiveTo?: IsoDate
  readonly source: DocumentId
  /** Number in the document; for a default, the reason. */
  readonly clause: string
}

export type Provisions = { readonly [Key in PolicyKey]?: readonly Provision<PolicyValues[Key]>[] }

/** 一个地区的政策包: what this region says itself; the rest comes from above. */
export interface PolicyPack {
  readonly region: RegionId
  readonly name: string
  readonly provisions: Provisions
}

/** The national pack has a word on everything, so that every key has a value everywhere. */
export interface NationalPack extends PolicyPack {
  readonly provisions: {
    readonly [Key in PolicyKey]: readonly [Provision<PolicyValues[Key]>, ...Provision<PolicyValues[Key]>[]]
  }
}
