import { z } from 'zod'
import { IsoDate, isoTime, type IsoTime } from '../core/time'
import { addMonths } from './half-year'

/**
 * 统计数: what is counted of one union, and added up the leadership line. Whole numbers only; they name nobody. A number of people is always of members on the
 * roster now, `round…` as the last half-year round counted them.
 */
export const figureKeys = [
  /** 1 for a union in being. */
  'unions',
  /** 建会 less than the region’s years ago, and as many or more; a union that has not told when it was founded is neither (ORG TH-21). */
  'young',
  'established',
  /** 在册会员; 会籍保留 is counted apart and in no rate (A8). */
  'members',
  'retained',
  /** 激活的会员卡. */
  'cards',
  /** 农民工会员: members of a rural household. */
  'rural',
  /** 职工人数, how many unions have it, and how many of `members` belong to them: only those make a rate. */
  'ratedUnions',
  'staff',
  'ratedMembers',
  'ruralStaff',
  'ratedRural',
  /** 应建会单位, and those of them with a union. */
  'unitsDue',
  'unitsOrganised',
  /** 1 for a union whose half-year round of the region’s period is closed. */
  'checked',
  'roundMembers',
  'roundWomen',
  'roundDispatched',
  'roundNewForm',
  /** 一次性补助 as the table of the region gives it: how many unions, and how much in fen. */
  'subsidised',
  'subsidyFen',
] as const
export type FigureKey = (typeof figureKeys)[number]
export type Figures = Readonly<Record<FigureKey, number>>

/** 一个月的变动. */
export const flowKeys = [
  'joined',
  'movedIn',
  'resumed',
  'movedOut',
  'retained',
  'left',
  'expelled',
  'deceased',
  'reinstated',
] as const
export type FlowKey = (typeof flowKeys)[number]
export type Flows = Readonly<Record<FlowKey, number>>

/** Groups of people: of unions below they are told by `figuresByReason` alone, which protects small numbers (docs/rules/figures.md, S3–S6). */
const groups = ['roundMembers', 'roundWomen', 'roundDispatched', 'roundNewForm'] as const satisfies readonly FigureKey[]
export type ToldFigureKey = Exclude<FigureKey, (typeof groups)[number]>
export type ToldFigures = Readonly<Record<ToldFigureKey, number>>
export const toldFigureKeys: readonly ToldFigureKey[] = figureKeys.filter(
  (key): key is ToldFigureKey => !groups.some((group) => group === key),
)

/** S4: how many came to the roster, and how many are in no rate any more. Why they went is told as groups are. */
export interface Moves {
  readonly came: number
  readonly went: number
}
export function movesOf(flows: Flows): Moves {
  const { joined, movedIn, resumed, reinstated, movedOut, retained, left, expelled, deceased } = flows
  return {
    came: joined + movedIn + resumed + reinstated,
    went: movedOut + retained + left + expelled + deceased,
  }
}

export const noFigures: Figures = filled(figureKeys)
export const noFlows: Flows = filled(flowKeys)

function filled<Key extends string>(keys: readonly Key[]): Readonly<Record<Key, number>> {
  return fromKeys(keys, () => 0)
}

/** A number for every key, and for nothing else. */
export function fromKeys<Key extends string>(
  keys: readonly Key[],
  of: (key: Key) => number,
): Readonly<Record<Key, number>> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, number>
}

export const addFigures = (one: Figures, other: Figures): Figures =>
  fromKeys(figureKeys, (key) => one[key] + other[key])
export const lessFigures = (one: Figures, other: Figures): Figures =>
  fromKeys(figureKeys, (key) => one[key] - other[key])
export const sameFigures = (one: Figures, other: Figures): boolean => figureKeys.every((key) => one[key] === other[key])
export const addFlows = (one: Flows, other: Flows): Flows => fromKeys(flowKeys, (key) => one[key] + other[key])
export const lessFlows = (one: Flows, other: Flows): Flows => fromKeys(flowKeys, (key) => one[key] - other[key])
export const isNoFlow = (flows: Flows): boolean => flowKeys.every((key) => flows[key] === 0)

/** 月 as figures are kept by: `2026-11`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const monthOf = (day: IsoDate): string => day.slice(0, 7)
export const firstDayOf = (month: string): IsoDate => IsoDate.parse(`${month}-01`)
/** Its first moment in China, and that of the next. */
export const rangeOf = (month: string): { readonly from: IsoTime; readonly until: IsoTime } => ({
  from: beginningOf(month),
  until: beginningOf(monthAfter(month)),
})
const beginningOf = (month: string): IsoTime => isoTime(Date.parse(`${firstDayOf(month)}T00:00:00+08:00`))
export const monthAfter = (month: string, months = 1): string => monthOf(addMonths(firstDayOf(month), months))

/** 建会年限, in whole years, the day of the years included (002: 五年及以上). Undefined where nobody told when. */
export function ageGroup(
  foundedOn: string | undefined,
  years: number,
  today: IsoDate,
): 'young' | 'established' | undefined {
  const founded = IsoDate.safeParse(foundedOn)
  if (!founded.success) return undefined
  return addMonths(founded.data, years * 12) <= today ? 'established' : 'young'
}
