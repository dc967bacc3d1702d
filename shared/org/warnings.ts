import { monthsAfter } from '../core/calendar'
import type { IsoDate } from '../core/time'
import type { PolicyKey, PolicyValues } from '../policy/values'
import { termStanding, type CommitteeKind } from './committees'
import { foundableTogether } from './founding'
import type { UnionType } from './union'

/** What the registry knows of a union, as far as a threshold looks at it; a number that nobody told is absent, and warns of nothing. */
export interface UnionFacts {
  readonly type: UnionType
  readonly members: number
  readonly women?: number | undefined
  readonly staff?: number | undefined
  readonly womenStaff?: number | undefined
  /** 专职工会干部. */
  readonly fullTime?: number | undefined
  /** Units that a joint union covers. */
  readonly units: number
  readonly committees: readonly { readonly kind: CommitteeKind; readonly seats: number; readonly until: IsoDate }[]
  /** Somebody who may not be is on the committee, as the application says. */
  readonly relatives?: boolean | undefined
  readonly chair?:
    | {
        readonly since: IsoDate
        readonly trainedOn?: IsoDate | undefined
        readonly contractUntil?: IsoDate | undefined
        readonly contractFiledOn?: IsoDate | undefined
      }
    | undefined
}

/** 提醒: never a refusal. `found` against `limit`, where numbers are compared; `on` is the day that matters. */
export interface Warning {
  readonly kind: WarningKind
  /** Which provision it rests on. */
  readonly policy: PolicyKey
  readonly found?: number
  readonly limit?: number
  readonly on?: IsoDate
}

export const warningKinds = [
  'committee-missing',
  'audit-missing',
  'labour-law-missing',
  'women-committee-missing',
  'women-member-missing',
  'too-many-units',
  'full-time-chair',
  'assistants',
  'relatives',
  'term-ending',
  'term-ended',
  'training-due',
  'training-overdue',
  'contract-filing',
] as const
export type WarningKind = (typeof warningKinds)[number]

type Values = Pick<
  PolicyValues,
  | 'ownCommitteeAt'
  | 'companionCommittees'
  | 'womenCommittee'
  | 'jointUnionMaxUnits'
  | 'fullTimeChairAt'
  | 'assistants'
  | 'relativesExcludedAt'
  | 'termReminderMonths'
  | 'chairTrainingMonths'
  | 'chairContractFiling'
>

/** 规定的线 (REQUIREMENTS A6, TH-01 to TH-11, TH-17, TH-18): everything that the numbers of a union call for, in the order of the table. */
export function warningsOf(union: UnionFacts, values: Values, today: IsoDate): readonly Warning[] {
  return [
    ...committeeWarnings(union, values),
    ...womenWarnings(union, values),
    ...staffWarnings(union, values),
    ...termWarnings(union, values, today),
    ...chairWarnings(union, values, today),
  ]
}

/** W01 from so many members on a committee of its own; W02, W03 those that are founded with it (TH-01, TH-03, TH-04). */
function committeeWarnings({ members, committees }: UnionFacts, values: Values): readonly Warning[] {
  const has = (kind: CommitteeKind) => committees.some((one) => one.kind === kind)
  const { ownCommitteeAt: limit, companionCommittees } = values
  if (!has('committee'))
    return members >= limit ? [{ kind: 'committee-missing', policy: 'ownCommitteeAt', found: members, limit }] : []
  return companionCommittees
    .filter((kind) => !has(kind))
    .map((kind) => ({
      kind: kind === 'audit' ? 'audit-missing' : 'labour-law-missing',
      policy: 'companionCommittees',
    }))
}

/** W04 女职工委员会 from so many women on, members or staff as the region counts; W05 below that one 女职工委员 (TH-02). */
function womenWarnings({ women, womenStaff, committees }: UnionFacts, { womenCommittee }: Values): readonly Warning[] {
  const found = womenCommittee.basis === 'members' ? women : womenStaff
  if (found === undefined || found === 0) return []
  const seats = committees.find(({ kind }) => kind === 'women')?.seats ?? 0
  const told = { policy: 'womenCommittee', found, limit: womenCommittee.at } as const
  if (found >= womenCommittee.at) return seats > 1 ? [] : [{ kind: 'women-committee-missing', ...told }]
  return seats === 0 ? [{ kind: 'women-member-missing', ...told }] : []
}

const townships: ReadonlySet<UnionType> = new Set<UnionType>(['township_general'])
const parks: ReadonlySet<UnionType> = new Set<UnionType>(['devzone_union'])
const federations: ReadonlySet<UnionType> = new Set<UnionType>(['area_federation', 'industry_federation'])

/** W06 units of a joint union, W07 full-time chair, W08 协理员、专职工作人员, W09 relatives (TH-05, TH-06, TH-08 to TH-10). */
function staffWarnings({ type, units, staff, fullTime, relatives }: UnionFacts, values: Values): readonly Warning[] {
  const found: Warning[] = []
  const { jointUnionMaxUnits, fullTimeChairAt, relativesExcludedAt, assistants } = values
  if (foundableTogether.some((joint) => joint === type) && units > jointUnionMaxUnits)
    found.push({ kind: 'too-many-units', policy: 'jointUnionMaxUnits', found: units, limit: jointUnionMaxUnits })
  const ownUnit = ownUnitTypes.has(type)
  if (ownUnit && staff !== undefined && staff >= fullTimeChairAt && fullTime === 0)
    found.push({ kind: 'full-time-chair', policy: 'fullTimeChairAt', found: staff, limit: fullTimeChairAt })
  const range = townships.has(type)
    ? assistants.township
    : parks.has(type)
      ? assistants.park
      : federations.has(type)
        ? assistants.federation
        : undefined
  if (range !== undefined && fullTime !== undefined && fullTime < range.min)
    found.push({ kind: 'assistants', policy: 'assistants', found: fullTime, limit: range.min })
  if (relatives === true && (staff ?? 0) >= relativesExcludedAt)
    found.push({
      kind: 'relatives',
      policy: 'relativesExcludedAt',
      ...(relativesExcludedAt === 0 ? {} : { limit: relativesExcludedAt }),
    })
  return found
}

const ownUnitTypes: ReadonlySet<UnionType> = new Set<UnionType>(['enterprise', 'enterprise_group', 'institution'])

/** W10, W11 按时换届 (TH-11). */
function termWarnings({ committees }: UnionFacts, values: Values, today: IsoDate): readonly Warning[] {
  const until = committees.find(({ kind }) => kind === 'committee')?.until
  if (until === undefined) return []
  const standing = termStanding(until, today, values.termReminderMonths)
  if (standing === 'running') return []
  return [{ kind: standing === 'ended' ? 'term-ended' : 'term-ending', policy: 'termYears', on: until }]
}

/** Training is announced so many months before the year is over. */
const trainingNoticeMonths = 3

/** W12, W13 training within a year of taking office; W14 a chair’s labour contract that ends within the term is filed first (TH-17, TH-18). */
function chairWarnings({ chair, committees }: UnionFacts, values: Values, today: IsoDate): readonly Warning[] {
  if (chair === undefined) return []
  const found: Warning[] = []
  const trainBy = monthsAfter(chair.since, values.chairTrainingMonths)
  if (chair.trainedOn === undefined && monthsAfter(today, trainingNoticeMonths) >= trainBy)
    found.push({
      kind: trainBy < today ? 'training-overdue' : 'training-due',
      policy: 'chairTrainingMonths',
      on: trainBy,
    })
  const until = committees.find(({ kind }) => kind === 'committee')?.until
  const { contractUntil, contractFiledOn } = chair
  if (!values.chairContractFiling) return found
  if (contractUntil !== undefined && contractFiledOn === undefined && until !== undefined && contractUntil < until)
    found.push({ kind: 'contract-filing', policy: 'chairContractFiling', on: contractUntil })
  return found
}
