import { monthsAfter } from '../../core/calendar'
import type { IsoDate } from '../../core/time'
import { unreachable } from '../../core/unreachable'
import type { CommitteeKind } from '../../org/committees'
import { meets, missing, type Rate } from '../../org/rates'
import type { UnionType } from '../../org/union'
import type { PolicyValues, Range } from '../../policy/values'
import type { ReviewKind } from '../../review/kinds'
import { boardStanding, isStateOwned } from '../management/standing'
import { categoryOf, isRegional } from './category'
import type { Congress, Facts } from './facts'
import type { MixedMetric, RecordMetric } from './metric-names'

/** The numbers that a region may set; an item’s own are those of its region’s pack. */
export type HomeRules = Pick<
  PolicyValues,
  | 'rateTargets'
  | 'reviewThresholds'
  | 'reviewForm'
  | 'congressPerYear'
  | 'termYears'
  | 'rosterUpdate'
  | 'ownCommitteeAt'
  | 'womenCommittee'
  | 'assistants'
  | 'staffCongressPerYear'
  | 'staffDirectors'
  | 'staffSupervisors'
  | 'contractTarget'
>

/** 数字: what is shown beside a judgement, so that anybody can do the sum again. */
export type Shown =
  | {
      readonly kind: 'rate'
      readonly numerator: number
      readonly denominator: number
      readonly percent?: number
      readonly pooled?: true
    }
  | { readonly kind: 'count'; readonly has: number; readonly needs: number; readonly most?: number }
  | {
      readonly kind: 'committees'
      readonly missing: readonly CommitteeKind[]
      readonly ended: readonly CommitteeKind[]
      readonly together: boolean
    }
  | { readonly kind: 'day'; readonly on: IsoDate }
  | { readonly kind: 'years'; readonly years: number }
  | { readonly kind: 'nothing' }

/**
 * `short`: on file, and not enough. `no-record`: nothing on file, so that nobody can tell. `ask`: records cannot tell, the union says. `not-meant`: the clause
 * means others.
 */
export type MetricState = 'met' | 'short' | 'no-record' | 'ask' | 'not-meant'
export interface Judged {
  readonly state: MetricState
  readonly shown: Shown
  /** How many more people, units or meetings it takes, where that can be counted. */
  readonly lacks?: number
}

const nothing: Shown = { kind: 'nothing' }
const of = (state: MetricState, shown: Shown = nothing): Judged => ({ state, shown })

/** 一项指标 on a day (docs/rules/standards.md, M1–M14). Percentages are compared as whole numbers, bounds included. */
export function judgeMetric(name: RecordMetric | MixedMetric, facts: Facts, rules: HomeRules, day: IsoDate): Judged {
  switch (name) {
    case 'elected_chair':
      return facts.chairInOffice ? inTerm(facts, ['committee'], day, 'apart') : of('no-record')
    case 'three_committees_established':
      return inTerm(facts, threeCommittees(facts, rules), day, 'together')
    case 'term_not_expired':
      return termOf(facts.committees.find(({ kind }) => kind === 'committee')?.until, day)
    case 'audit_committee_with_committee':
      return inTerm(facts, ['audit'], day, 'apart')
    case 'labour_law_supervision_committee':
      return inTerm(facts, ['labour-law'], day, 'apart')
    case 'committee_required_members':
      return facts.members < rules.ownCommitteeAt && !has(facts, 'committee')
        ? of('met', { kind: 'count', has: facts.members, needs: rules.ownCommitteeAt })
        : inTerm(facts, ['committee'], day, 'apart')
    case 'women_committee_threshold':
      return orAsked(facts, 'women', !womenWanted(facts, rules), day)
    case 'labour_law_supervision_committee_threshold':
      return orAsked(facts, 'labour-law', facts.members < rules.ownCommitteeAt, day)
    case 'founding_documents_complete':
      return facts.approvedHere ? of('met') : of('ask')
    case 'groups_established':
      return atLeast(facts.groups, { min: 1 })
    case 'union_cadres':
      return atLeast(facts.officersInOffice, { min: 1 })
    case 'park_assistants':
      // No record holds 协理员: a park is asked.
      return of(parks.has(facts.subject.type) && rules.assistants.park !== undefined ? 'ask' : 'not-meant')
    case 'township_assistants':
      // 可配备.
      return of('not-meant')
    case 'member_join_rate':
      return rateMet(facts.rates.members, targetOf('members', facts, rules))
    case 'migrant_join_rate':
      return rateMet(facts.rates.rural, targetOf('rural', facts, rules))
    case 'unionisation_rate':
      return rateMet(facts.rates.units, targetOf('units', facts, rules))
    case 'member_congress_per_year':
      if (isRegional(facts.subject)) return of('not-meant')
      return heldEnough(facts.memberCongress, { min: rules.congressPerYear.min }, day)
    case 'congress_per_year':
      return heldEnough(facts.memberCongress, rules.congressPerYear, day)
    case 'staff_congress_per_year':
      if (isRegional(facts.subject)) return of('not-meant')
      return heldEnough(facts.staffCongress, { min: rules.staffCongressPerYear.min }, day)
    case 'regional_staff_congress':
      return heldEnough(facts.staffCongress, { min: 1 }, day)
    case 'congress_term':
      return termYears(facts.memberCongress, rules)
    case 'staff_congress_term':
      return termYears(facts.staffCongress, rules)
    case 'staff_congress_term_not_expired':
      return termOf(facts.staffCongress.termUntil, day)
    case 'no_substitution':
      return notOneForTheOther(facts, day)
    case 'archive_has_registration_form_and_roster':
      return facts.members > 0 ? of('met', { kind: 'count', has: facts.members, needs: 1 }) : of('no-record')
    case 'archive_update_interval':
      return within(facts.rosterCheckedOn, rules.rosterUpdate.everyMonths, day)
    case 'finance_disclosed_per_year':
      return within(facts.accountsOn, 12, day)
    case 'review_per_year':
      return within(latest(facts, 'members')?.on, 12, day)
    case 'satisfaction_rate':
      return satisfaction(facts, 'members', rules, day)
    case 'sample_satisfaction_rate':
      return satisfaction(facts, 'sample', rules, day)
    case 'staff_satisfaction_rate':
      return satisfaction(facts, 'staff', rules, day)
    case 'review_form': {
      const review = latest(facts, 'members')
      return review === undefined ? of('no-record') : of(review.form === rules.reviewForm ? 'met' : 'short')
    }
    case 'review_grades': {
      const review = latest(facts, 'members')
      return review === undefined ? of('no-record') : atLeast(review.grades.length, { min: 3, max: 3 })
    }
    case 'employee_director_supervisor':
      return boardOf(facts, rules)
    case 'staff_congress_reviews_leaders':
      return within(facts.leadersAppraisedOn, 12, day)
    case 'collective_contract_signed':
      return termOf(facts.contractUntil, day)
    case 'collective_contract_rate':
      return contractsIn(facts, rules, day)
    case 'affairs_disclosed':
      return within(facts.disclosedOn, 12, day)
    case 'democratic_management':
      return formsOf(facts, day)
    case 'paper_archive_required':
      return onPaper(facts)
    default:
      return unreachable(name)
  }
}

const has = ({ committees }: Facts, kind: CommitteeKind) => committees.some((one) => one.kind === kind)

/** M1: elected and within their term; `together` on one day (同步选举). A committee that nobody recorded is no record of it. */
function inTerm(
  { committees }: Facts,
  kinds: readonly CommitteeKind[],
  day: IsoDate,
  how: 'together' | 'apart',
): Judged {
  const found = kinds.map((kind) => ({ kind, committee: committees.find((one) => one.kind === kind) }))
  const absent = found.filter(({ committee }) => committee === undefined).map(({ kind }) => kind)
  const ended = found
    .filter(({ committee }) => committee !== undefined && committee.until < day)
    .map(({ kind }) => kind)
  const days = new Set(found.flatMap(({ committee }) => (committee === undefined ? [] : [committee.electedOn])))
  const together = days.size <= 1
  const shown: Shown = { kind: 'committees', missing: absent, ended, together }
  if (absent.length > 0) return of('no-record', shown)
  return of(ended.length > 0 || (how === 'together' && !together) ? 'short' : 'met', shown)
}

/** M2: the women’s committee is one of the three from the region’s number on, and where nobody told how many women there are. */
function threeCommittees(facts: Facts, rules: HomeRules): readonly CommitteeKind[] {
  return womenWanted(facts, rules) || has(facts, 'women') ? ['committee', 'audit', 'women'] : ['committee', 'audit']
}

function womenWanted({ women, womenStaff }: Facts, { womenCommittee: { basis, at } }: HomeRules): boolean {
  const known = basis === 'members' ? women : womenStaff
  return known === undefined || known >= at
}

/** M3: below the number a single person will do, whom no record names: 女职工委员、劳动法律监督员. */
function orAsked(facts: Facts, kind: CommitteeKind, isSmall: boolean, day: IsoDate): Judged {
  return isSmall && !has(facts, kind) ? of('ask') : inTerm(facts, [kind], day, 'apart')
}

function termOf(until: IsoDate | undefined, day: IsoDate): Judged {
  return until === undefined ? of('no-record') : of(until < day ? 'short' : 'met', { kind: 'day', on: until })
}

function termYears({ termYears: years }: Congress, rules: HomeRules): Judged {
  if (years === undefined) return of('ask')
  return of(rules.termYears.includes(years) ? 'met' : 'short', { kind: 'years', years })
}

function atLeast(count: number, { min, max }: Range): Judged {
  const shown: Shown = { kind: 'count', has: count, needs: min, ...(max === undefined ? {} : { most: max }) }
  if (count < min) return { state: count === 0 ? 'no-record' : 'short', shown, lacks: min - count }
  return of(max !== undefined && count > max ? 'short' : 'met', shown)
}

const parks: ReadonlySet<UnionType> = new Set<UnionType>(['devzone_union'])

/** 001: 区域 90、90、80; 单位 100, by the category, whoever leads whom. What has no category (a city’s) is a region where it leads. */
function targetOf(
  key: 'members' | 'rural' | 'units',
  { subject, leads }: Facts,
  { rateTargets: { region, unit } }: HomeRules,
) {
  const category = categoryOf(subject)
  const isRegion = category === undefined ? leads : category === 'REG'
  return (isRegion ? region : unit)[key]
}

/** Without a target of the region the figures alone are shown. */
function rateMet(rate: Rate, percent: number | undefined): Judged {
  const shown: Shown = { kind: 'rate', ...rate, ...(percent === undefined ? {} : { percent }) }
  if (rate.denominator === 0) return of('no-record', shown)
  if (percent === undefined) return of('not-meant', shown)
  return meets(rate, percent) === true ? of('met', shown) : { state: 'short', shown, lacks: missing(rate, percent) }
}

/** 每年: within the twelve months up to the day, both ends included. */
function withinYear(on: IsoDate, day: IsoDate): boolean {
  return on <= day && monthsAfter(on, 12) >= day
}

function heldEnough({ heldOn }: Congress, range: Range, day: IsoDate): Judged {
  return atLeast(heldOn.filter((on) => withinYear(on, day)).length, range)
}

/** 不得相互替代: each has a record of its own within the year. */
function notOneForTheOther({ memberCongress, staffCongress }: Facts, day: IsoDate): Judged {
  const [members, staff] = [memberCongress, staffCongress].map(({ heldOn }) => heldOn.some((on) => withinYear(on, day)))
  if (members === true && staff === true) return of('met')
  return of(members === true || staff === true ? 'short' : 'no-record')
}

/** So many months ago at the latest, the day of the month included. */
function within(on: IsoDate | undefined, months: number, day: IsoDate): Judged {
  if (on === undefined) return of('no-record')
  return of(monthsAfter(on, months) >= day ? 'met' : 'short', { kind: 'day', on })
}

const latest = ({ reviews }: Facts, kind: ReviewKind) => reviews.find((one) => one.kind === kind)

/** M9 (000 三(三)). Whether a company has a board no register says: where nothing is on record, one of the state lacks its director, another is asked. */
function boardOf({ board, subject: { unitKind } }: Facts, rules: HomeRules): Judged {
  const stateOwned = isStateOwned(unitKind)
  if (board === undefined) return of(stateOwned ? 'no-record' : 'ask')
  const { staffDirectors: directors, staffSupervisors: supervisors } = rules
  const standing = boardStanding(board, stateOwned, { directors, supervisors })
  if (standing.directors === 'short')
    return {
      state: 'short',
      shown: { kind: 'count', has: board.directors, needs: directors },
      lacks: directors - board.directors,
    }
  if (standing.supervisors === 'no-board') return of('met')
  const shown: Shown = { kind: 'rate', numerator: board.staffSupervisors, denominator: board.supervisors }
  return of(standing.supervisors === 'met' ? 'met' : 'short', shown)
}

/** M13: by the enterprises below; with none below, by the contract of the place or the industry itself, which holds for its units. */
function contractsIn({ contractsBelow, contractUntil }: Facts, { contractTarget }: HomeRules, day: IsoDate): Judged {
  if (contractsBelow.denominator === 0) return termOf(contractUntil, day)
  return rateMet(contractsBelow, contractTarget === 0 ? undefined : contractTarget)
}

/** M14: any of its forms will do; of 其他形式 there is no record. */
function formsOf({ staffCongress, disclosedOn, contractUntil, board }: Facts, day: IsoDate): Judged {
  const isRecorded =
    staffCongress.heldOn.some((on) => withinYear(on, day)) ||
    (disclosedOn !== undefined && withinYear(disclosedOn, day)) ||
    (contractUntil !== undefined && contractUntil >= day) ||
    (board !== undefined && board.directors + board.staffSupervisors > 0)
  return of(isRecorded ? 'met' : 'ask')
}

/** M10: of everything on record that the region wants on paper, it is said where the paper lies. */
function onPaper({ papers }: Facts): Judged {
  if (papers === undefined) return of('not-meant')
  if (papers.records === 0) return of('no-record')
  const shown: Shown = { kind: 'count', has: papers.kept, needs: papers.records }
  const lacks = papers.records - papers.kept
  return lacks === 0 ? of('met', shown) : { state: 'short', shown, lacks }
}

/** 满意率 comes from 会员评家 alone; a pool’s is that of each of its unions, marked. What was too small to be told is no record. */
function satisfaction(facts: Facts, kind: ReviewKind, rules: HomeRules, day: IsoDate): Judged {
  const review = latest(facts, kind)
  if (review?.outcome === undefined || monthsAfter(review.on, 12) < day) return of('no-record')
  const { satisfied, valid, pooled } = review.outcome
  const judged = rateMet({ numerator: satisfied, denominator: valid }, rules.reviewThresholds[review.category])
  return pooled && judged.shown.kind === 'rate' ? { ...judged, shown: { ...judged.shown, pooled } } : judged
}
