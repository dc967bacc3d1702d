import type { IsoDate } from '../../core/time'
import type { CommitteeKind } from '../../org/committees'
import type { Rate } from '../../org/rates'
import type { Grade, ReviewForm, ReviewKind } from '../../review/kinds'
import type { ReviewCategory } from '../../review/verdict'
import type { Of } from '../management/facts'
import type { Subject } from './applies'

/** 会员代表大会 or 职工代表大会, as its records tell. The two are never one record (000 三(一)). */
export interface Congress {
  /** Days on which one was held, in the year up to the day that is looked at or later. */
  readonly heldOn: readonly IsoDate[]
  /** 届: for how many years, and its last day; absent where nobody recorded one. */
  readonly termYears?: number | undefined
  readonly termUntil?: IsoDate | undefined
}

/** What a review came to, once it was published: alone, or within a pool whose result is then that of each (合并). */
export interface ReviewOutcome {
  readonly satisfied: number
  readonly valid: number
  readonly pooled: boolean
}

/** 最近一次公布的评议 of a kind. */
export interface ReviewHeld {
  readonly kind: ReviewKind
  readonly category: ReviewCategory
  /** Its last day of voting. */
  readonly on: IsoDate
  readonly form: ReviewForm
  readonly grades: readonly Grade[]
  /** Absent where it was too small to be told. */
  readonly outcome?: ReviewOutcome | undefined
}

/**
 * 事实: what the records say of one union on one day, gathered elsewhere. Nothing here was told for an assessment. Numbers of people are whole; undefined is what
 * nobody has told.
 */
export interface Facts {
  readonly subject: Subject
  readonly members: number
  readonly womenStaff: number | undefined
  readonly women: number | undefined
  /** 入会率、农民工入会率、建会率: of the union, or of everything below it where it leads others. Nothing over nothing where nobody knows. */
  readonly rates: { readonly members: Rate; readonly rural: Rate; readonly units: Rate }
  /** 集体合同建制: of the enterprises’ unions below, so many have one in force. */
  readonly contractsBelow: Rate
  readonly leads: boolean
  readonly chairInOffice: boolean
  readonly officersInOffice: number
  readonly committees: readonly { readonly kind: CommitteeKind; readonly electedOn: IsoDate; readonly until: IsoDate }[]
  /** 批复: its founding or last election was approved here, with report and resolution. */
  readonly approvedHere: boolean
  /** 分工会、工会小组. */
  readonly groups: number
  /** 半年核对, last closed. */
  readonly rosterCheckedOn: IsoDate | undefined
  /** 经费收支, published last. */
  readonly accountsOn: IsoDate | undefined
  readonly memberCongress: Congress
  readonly staffCongress: Congress
  readonly reviews: readonly ReviewHeld[]
  /** 职工董事、职工监事, as recorded last. */
  readonly board: Of<'board'> | undefined
  /** 厂务公开、事务公开, the last. */
  readonly disclosedOn: IsoDate | undefined
  /** 集体合同或专项集体合同 in force: its last day. */
  readonly contractUntil: IsoDate | undefined
  /** 民主评议领导人员, the last whose result was made known: that day. */
  readonly leadersAppraisedOn: IsoDate | undefined
  /** 应存纸质的 of the region’s list, undefined where it has none: how many records, and of how many it is said where the paper lies. */
  readonly papers: { readonly records: number; readonly kept: number } | undefined
}
