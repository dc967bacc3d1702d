import type { IsoDate } from '../../core/time'
import { unreachable } from '../../core/unreachable'
import type { CommitteeKind } from '../../org/committees'
import { levelOf } from '../../org/reporting'
import type { UnionType } from '../../org/union'
import type { Range } from '../../policy/values'
import { boardStanding, isStateOwned } from '../management/standing'
import { categoryOf, isRegional } from './category'
import type { Congress, Facts } from './facts'
import { atLeast, of, rateMet, within, withinYear, type HomeRules, type Judged, type Shown } from './judged'
import { reviewForm, reviewGrades, reviewHeld, satisfactionOf, satisfactionOfMembers } from './judge-reviews'
import type { MixedMetric, RecordMetric } from './metric-names'

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
      if (isRegional(facts.subject) && levelOf(facts.subject.type) > 0) return of('not-meant')
      return heldEnough(facts.memberCongress, rules.congressPerYear, day)
    case 'staff_congress_per_year':
      if (isRegional(facts.subject)) return of('not-meant')
      return heldEnough(facts.staffCongress, { min: rules.staffCongressPerYear.min }, day)
    case 'regional_staff_congress':
      return termOf(facts.staffCongress.termUntil, day)
    case 'congress_term':
      return termYears(facts.memberCongress, rules)
    case 'staff_congress_term':
      if (isRegional(facts.subject)) return of('not-meant')
      return termYears(facts.staffCongress, rules)
    case 'staff_congress_term_not_expired':
      return termOf(facts.staffCongress.termUntil, day)
    case 'no_substitution':
      if (isRegional(facts.subject)) return of('not-meant')
      return notOneForTheOther(facts, day)
    case 'archive_has_registration_form_and_roster':
      return facts.members > 0 ? of('met', { kind: 'count', has: facts.members, needs: 1 }) : of('no-record')
    case 'archive_update_interval':
      return within(facts.rosterCheckedOn, rules.rosterUpdate.everyMonths, day)
    case 'finance_disclosed_per_year':
      return within(facts.accountsOn, 12, day)
    case 'review_per_year':
      return reviewHeld(facts, day)
    case 'satisfaction_rate':
      return satisfactionOfMembers(facts, rules, day)
    case 'sample_satisfaction_rate':
      return satisfactionOf('sample', facts, rules, day)
    case 'staff_satisfaction_rate':
      return satisfactionOf('staff', facts, rules, day)
    case 'review_form':
      return reviewForm(facts, rules)
    case 'review_grades':
      return reviewGrades(facts)
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

/** M4: so often within twelve months, and no oftener than the most in the calendar year. */
function heldEnough({ heldOn }: Congress, { min, max }: Range, day: IsoDate): Judged {
  const held = heldOn.filter((on) => withinYear(on, day)).length
  if (max === undefined) return atLeast(held, { min })
  const thisYear = heldOn.filter((on) => on <= day && on.slice(0, 4) === day.slice(0, 4)).length
  if (thisYear > max) return atLeast(thisYear, { min, max })
  return atLeast(held, held > max ? { min } : { min, max })
}

/** 不得相互替代: each has a record of its own within the year. */
function notOneForTheOther({ memberCongress, staffCongress }: Facts, day: IsoDate): Judged {
  const [members, staff] = [memberCongress, staffCongress].map(({ heldOn }) => heldOn.some((on) => withinYear(on, day)))
  if (members === true && staff === true) return of('met')
  return of(members === true || staff === true ? 'short' : 'no-record')
}

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
