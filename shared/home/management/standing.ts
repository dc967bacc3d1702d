import { daysAfter, monthsAfter } from '../../core/calendar'
import { IsoDate, type IsoTime } from '../../core/time'
import type { Rate } from '../../org/rates'
import type { UnitKind } from '../../org/unit'
import type { HomeCategory } from '../archive/papers'
import type { HomeDocument } from '../standards/document'
import type { ManagementFacts, ManagementKind, Of } from './facts'

/** 国有及国有控股 (000 三(三)): what a unit is says it. */
export function isStateOwned(unit: UnitKind | undefined): boolean {
  return unit === '国有企业' || unit === '国有控股企业'
}

export interface BoardAsked {
  /** At least so many staff directors where the state owns or controls the company. */
  readonly directors: number
  /** At least this share of a board of supervisors, wherever there is one. */
  readonly supervisors: Rate
}

/** 职工董事、职工监事够不够. `not-asked`: no rule asks for any; `unknown`: nothing is on record. */
export interface BoardStanding {
  readonly directors: 'met' | 'short' | 'not-asked' | 'unknown'
  readonly supervisors: 'met' | 'short' | 'no-board' | 'unknown'
}

/** Whole numbers are compared: with a third, 3 × 职工监事 ≥ 监事 (000 三(三)). */
export function boardStanding(
  board: Of<'board'> | undefined,
  stateOwned: boolean,
  { directors, supervisors: { numerator, denominator } }: BoardAsked,
): BoardStanding {
  const asked = stateOwned && directors > 0
  if (board === undefined) return { directors: asked ? 'unknown' : 'not-asked', supervisors: 'unknown' }
  return {
    directors: !asked ? 'not-asked' : board.directors >= directors ? 'met' : 'short',
    supervisors:
      board.supervisors === 0
        ? 'no-board'
        : board.staffSupervisors * denominator >= board.supervisors * numerator
          ? 'met'
          : 'short',
  }
}

/** 民主管理有哪几种: boards and the appraisal of leaders are those of a company (000 三(三), 001 制度(6)); an organ or an institution has 事务公开; of a place or an industry, its contract. */
export const kindsOf: Readonly<Record<HomeCategory, readonly ManagementKind[]>> = {
  enterprise: ['board', 'disclosure', 'contract', 'appraisal'],
  public: ['disclosure', 'contract'],
  regional: ['contract'],
}

/** What is on record, and since when. */
export interface Recorded {
  readonly facts: ManagementFacts
  readonly recordedAt: IsoTime
}

/** The newest first: by their day, and of one day what was recorded last, since it is there to put the other right. */
export function newestFirst(a: Recorded, b: Recorded): number {
  const [one, other] = a.facts.day === b.facts.day ? [a.recordedAt, b.recordedAt] : [a.facts.day, b.facts.day]
  return one === other ? 0 : one < other ? 1 : -1
}

/** The latest of one kind; undefined where none is on record. */
export function latestOf<Kind extends ManagementFacts['kind']>(
  kind: Kind,
  records: readonly Recorded[],
): Of<Kind> | undefined {
  return [...records]
    .sort(newestFirst)
    .map(({ facts }) => facts)
    .find((facts): facts is Of<Kind> => facts.kind === kind)
}

/** 集体合同还管不管用 today: the one in force that ends last; `ending`: within so many months. */
export type ContractStanding =
  { readonly state: 'none' } | { readonly state: 'running' | 'ending'; readonly until: IsoDate }
export function contractStanding(
  records: readonly ManagementFacts[],
  today: IsoDate,
  reminderMonths: number,
): ContractStanding {
  const running = records
    .filter((facts): facts is Of<'contract'> => facts.kind === 'contract' && facts.day <= today && facts.until >= today)
    .map(({ until }) => until)
    .sort()
  const until = running[running.length - 1]
  if (until === undefined) return { state: 'none' }
  return { state: until <= monthsAfter(today, reminderMonths) ? 'ending' : 'running', until }
}

/**
 * 每年要办的事 (001 制度(1)(4)(5)(6)(7)、基础建设(4); 002 附件 制度机制): both congresses, 厂务公开 (事务公开 of an organ or an institution), the accounts told to members, and, where the state owns the
 * company, the appraisal of its leaders. 001 asks a regional union for none of them by the year; 002 asks every 基层工会 for its 会员(代表)大会, a joint one of a place or an industry too. What
 * leads others is no 基层工会: its congress meets once a term.
 */
export const dutyOrder = ['member-congress', 'staff-congress', 'disclosure', 'accounts', 'appraisal'] as const
export type Duty = (typeof dutyOrder)[number]

/** Of whom a year asks something; `leads`: by its type it is no 基层工会 but stands above them. */
export interface DutyBound {
  readonly category: HomeCategory
  readonly unit: UnitKind | undefined
  readonly leads: boolean
}

export function yearlyDuties({ category, unit, leads }: DutyBound, document: HomeDocument): readonly Duty[] {
  if (category === 'regional') return document === 'JIUJIANG_STANDARDS' && !leads ? ['member-congress'] : []
  return dutyOrder.filter((duty) => duty !== 'appraisal' || isStateOwned(unit))
}

/** What a year has on record so far; an appraisal is one whose result was made known (001 制度(6)). `least` is how often each congress is asked for. */
export interface YearDone {
  readonly memberCongresses: number
  readonly staffCongresses: number
  readonly disclosures: number
  readonly accounts: number
  readonly appraisals: number
}

export function dutiesLeft(
  duties: readonly Duty[],
  done: YearDone,
  least: { readonly memberCongresses: number; readonly staffCongresses: number },
): readonly Duty[] {
  const met: Readonly<Record<Duty, boolean>> = {
    'member-congress': done.memberCongresses >= least.memberCongresses,
    'staff-congress': done.staffCongresses >= least.staffCongresses,
    disclosure: done.disclosures > 0,
    accounts: done.accounts > 0,
    appraisal: done.appraisals > 0,
  }
  return duties.filter((duty) => !met[duty])
}

/** 哪一年的事该提醒了: this year’s from so many months before its end on; before that nothing is asked. */
export function dutyYearAsked(today: IsoDate, reminderMonths: number): number | undefined {
  return Number(today.slice(5, 7)) > 12 - reminderMonths ? Number(today.slice(0, 4)) : undefined
}

/** 年底: the day by which a year’s duties are due. A meeting of the last days is recorded in the month after. */
export const dueOfYear = (year: number): IsoDate => IsoDate.parse(`${year}-12-31`)
/** From this day on nothing of a year is asked any more, and nothing done counts for it: a month after its end. */
export const overFrom = (year: number): IsoDate => daysAfter(dueOfYear(year), 32)
export function isOver(year: number, today: IsoDate): boolean {
  return today >= overFrom(year)
}
