import type { IsoDate } from '../core/time'
import { MemberCategory } from './category'
import { isStale, type Rhythm } from '../org/half-year'

/** What the count reads of one active member. */
export interface CountedMember {
  readonly sex: 'male' | 'female' | undefined
  readonly employment: string
  /** `MemberCategory`, where it is one. */
  readonly category: string
  readonly unit: string | undefined
  readonly unitName: string
  readonly situationKnown: boolean
  readonly since: IsoDate
  readonly changedOn: IsoDate | undefined
  readonly confirmedOn: IsoDate | undefined
  /** When the union began to ask; before it nobody can have said anything here. */
  readonly askedFrom: IsoDate | undefined
}

/** 会员构成: numbers only, so that it may be kept and shown; nobody is asked for one of them (001, 002 五(三)). */
export interface Composition {
  readonly members: number
  readonly women: number
  readonly dispatched: number
  readonly newForm: number
  /** 资料旧了. */
  readonly stale: number
  /** 空挂. */
  readonly hanging: number
  /** 就业状况 of annex 3, as it is called. */
  readonly byEmployment: Readonly<Record<string, number>>
}

export const nobody: Composition = {
  members: 0,
  women: 0,
  dispatched: 0,
  newForm: 0,
  stale: 0,
  hanging: 0,
  byEmployment: {},
}

/** One more counted. */
export function counting(before: Composition, member: CountedMember, rhythm: Rhythm, today: IsoDate): Composition {
  const { employment, category, sex } = member
  return {
    members: before.members + 1,
    women: before.women + (sex === 'female' ? 1 : 0),
    dispatched: before.dispatched + (category === MemberCategory.enum.劳务派遣 ? 1 : 0),
    newForm: before.newForm + (category === MemberCategory.enum.新就业形态 ? 1 : 0),
    stale: before.stale + (isStale(confirmedOf(member), rhythm, today) ? 1 : 0),
    hanging: before.hanging + (whyHanging(member, rhythm, today) === undefined ? 0 : 1),
    byEmployment: { ...before.byEmployment, [employment]: (before.byEmployment[employment] ?? 0) + 1 },
  }
}

/** The last day on which somebody said that this is right: a change was looked at, and so was the application. */
export function confirmedOf({
  confirmedOn,
  changedOn,
  since,
}: Pick<CountedMember, 'since' | 'changedOn' | 'confirmedOn'>): IsoDate {
  return [since, changedOn, confirmedOn].reduce<IsoDate>(
    (latest, day) => (day !== undefined && day > latest ? day : latest),
    since,
  )
}

export type HangingReason = 'no-workplace' | 'unconfirmed' | 'union-ended'

/** How many periods without a word before a membership counts as hanging: two years of half-years. Default. */
export const hangingPeriods = 4

/**
 * 空挂会员: a person on the roster without a working relation behind it (003 二(六)): neither a unit nor a known situation, or nobody has said for
 * `hangingPeriods` periods that it is right (docs/rules/half-year.md, K1–K2).
 */
export function whyHanging(
  member: Pick<
    CountedMember,
    'unit' | 'unitName' | 'situationKnown' | 'since' | 'changedOn' | 'confirmedOn' | 'askedFrom'
  >,
  { everyMonths, inMonths }: Rhythm,
  today: IsoDate,
): HangingReason | undefined {
  const { unit, unitName, situationKnown, askedFrom } = member
  if (unit === undefined && unitName === '' && !situationKnown) return 'no-workplace'
  const long = { everyMonths: everyMonths * hangingPeriods, inMonths }
  const said = confirmedOf(member)
  const from = askedFrom !== undefined && askedFrom > said ? askedFrom : said
  return isStale(from, long, today) ? 'unconfirmed' : undefined
}

/** 率: always with both of its numbers (REQUIREMENTS A8); nothing where the denominator is missing. */
export function rateText(numerator: number, denominator: number | undefined): string | undefined {
  if (denominator === undefined || denominator === 0) return undefined
  return `${Math.round((numerator * 1000) / denominator) / 10}%`
}
