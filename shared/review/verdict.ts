import type { DocumentId } from '../policy/documents'
import type { Policy } from '../policy/resolve'
import type { ReviewThresholds } from '../policy/values'
import { ballotsIn, type Grades } from './kinds'

/** 001 满意度测评: whose threshold holds. */
export type ReviewCategory = keyof ReviewThresholds

export interface Fraction {
  readonly numerator: number
  readonly denominator: number
}

/** What the region asks for, and where it says so. */
export interface Standard {
  /** 含本数. */
  readonly percent: number
  readonly source: DocumentId
  readonly clause: string
}

/** 评议结论: whether the figures meet the region’s standard (001: 申报条件); without a standard only the figures are told. */
export interface Verdict {
  readonly outcome: 'met' | 'not-met' | 'no-standard' | 'too-few-voted' | 'no-ballots'
  /** 满意率: of the valid ballots. */
  readonly rate: Fraction
  /** 满意加基本满意, always shown beside it (VOTE-07). */
  readonly withMostly: Fraction
  /** Which of the two the standard is held against. */
  readonly mostlyCounts: boolean
  readonly turnout: Fraction & { readonly atLeast: Fraction; readonly reached: boolean }
  readonly standard?: Standard | undefined
  /** 须提出整改方案. */
  readonly rectification: boolean
  /** `Policy.version`. */
  readonly policy: string
}

export interface Counted {
  /** Paper and phone in one sum. */
  readonly grades: Grades
  /** Papers that were cast and are not valid: they took part. */
  readonly invalid: number
  readonly electors: number
}

/** The region’s standard for a category; undefined where it sets none. */
export function standardFor(
  category: ReviewCategory | undefined,
  { values, provenance }: Policy,
): Standard | undefined {
  const percent = category === undefined ? undefined : values.reviewThresholds[category]
  const from = provenance.get('reviewThresholds')
  return percent === undefined || from === undefined ? undefined : { percent, source: from.source, clause: from.clause }
}

/** 下结论: whole numbers are compared, never quotients. */
export function judge(
  { grades, invalid, electors }: Counted,
  category: ReviewCategory | undefined,
  policy: Policy,
): Verdict {
  const { reviewMostlyCounts: mostlyCounts, reviewParticipation: atLeast, reviewRectification } = policy.values
  const denominator = ballotsIn(grades)
  const rate = { numerator: grades.satisfied, denominator }
  const withMostly = { numerator: grades.satisfied + grades.mostly, denominator }
  const voted = denominator + invalid
  const reached = voted * atLeast.denominator >= electors * atLeast.numerator
  const standard = standardFor(category, policy)
  const outcome = outcomeOf({ reached, denominator, standard, rate: mostlyCounts ? withMostly : rate })
  const turnout = { numerator: voted, denominator: electors, atLeast, reached }
  const rectification = reviewRectification && outcome === 'not-met'
  return { outcome, rate, withMostly, mostlyCounts, turnout, standard, rectification, policy: policy.version }
}

function outcomeOf({
  reached,
  denominator,
  standard,
  rate,
}: {
  readonly reached: boolean
  readonly denominator: number
  readonly standard: Standard | undefined
  readonly rate: Fraction
}): Verdict['outcome'] {
  if (denominator === 0) return 'no-ballots'
  if (!reached) return 'too-few-voted'
  if (standard === undefined) return 'no-standard'
  return rate.numerator * 100 >= standard.percent * rate.denominator ? 'met' : 'not-met'
}

/** 百分比, one decimal, never rounded up: 89.96 % is shown as 89.9, as it does not reach 90. Undefined of nothing. */
export function percentText({ numerator, denominator }: Fraction): string | undefined {
  if (denominator === 0) return undefined
  const tenths = Math.floor((numerator * 1000) / denominator)
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`
}
