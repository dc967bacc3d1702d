import type { IsoDate, IsoTime } from '../../../shared/core/time'
import { monthsAfter } from '../../../shared/core/calendar'
import type { UnionId } from '../../../shared/core/ids'
import { hasOwn } from '../../../shared/core/own'
import { holdings, type OnRecord } from '../../../shared/home/archive/holdings'
import { homeCategory, type PaperKind } from '../../../shared/home/archive/papers'
import { latestOf, type Recorded } from '../../../shared/home/management/standing'
import { hasQuorum } from '../../../shared/home/meetings/standing'
import { catalogue } from '../../../shared/home/standards/catalogue'
import { isRegional } from '../../../shared/home/standards/category'
import type { Congress, Facts } from '../../../shared/home/standards/facts'
import { addFigures, noFigures } from '../../../shared/org/figures'
import { rateOf, type Rate } from '../../../shared/org/rates'
import { levelOf } from '../../../shared/org/reporting'
import type { Policy } from '../../../shared/policy/resolve'
import { howMany } from '../../_kernel/kept-counts'
import { memberCongresses, staffCongresses } from '../../_kernel/records/congresses'
import { toldFigures, unionFigures } from '../../_kernel/records/figures'
import { homeStandings } from '../../_kernel/records/home-standards'
import { managementRecords } from '../../_kernel/records/management'
import { memberships } from '../../_kernel/records/memberships'
import { officers, units, type UnionRecord } from '../../_kernel/records/registry'
import { rounds, tallies } from '../../_kernel/records/rounds'
import { committees, unionBranches } from '../../_kernel/records/union-registry'
import { unionApplications } from '../../_kernel/records/union-applications'
import { staffOfUnion } from '../../_kernel/staff-of-union'
import type { Store } from '../../_kernel/store/port'
import { accountsPublishedOn } from '../management/accounts-published'
import { reviewsHeld } from './reviews-held'

export interface GatherPorts {
  readonly store: Store
  readonly now: IsoTime
  readonly today: IsoDate
}

/** 收集事实: what is on file of one union anyway, by its indexes; no member is looked at. */
export async function factsOf(union: UnionRecord, { values }: Policy, ports: GatherPorts): Promise<Facts> {
  const { store } = ports
  const { _id } = union
  const [counts, people, elected, groups, lastRound, accountsOn, ofMembers, ofStaff, reviews, approvedHere, records] =
    await Promise.all([
      countsOf(union, ports),
      officersOf(_id, ports),
      store.find(committees, { index: 'byUnion', equals: { union: _id } }),
      store.count(unionBranches, { index: 'byUnion', equals: { union: _id, state: 'active' }, atMost: 1_000 }),
      store.find(rounds, { index: 'byUnion', equals: { union: _id }, order: 'descending', limit: 1 }),
      accountsPublishedOn(_id, { from: monthsAfter(ports.today, -24) }, store),
      store.find(memberCongresses, { index: 'byUnion', equals: { union: _id }, order: 'descending', limit: sessions }),
      store.find(staffCongresses, { index: 'byUnion', equals: { union: _id }, order: 'descending', limit: sessions }),
      reviewsHeld(union, values, ports),
      wasApprovedHere(_id, ports),
      managementOf(_id, ports),
    ])
  // A meeting without its quorum is none (docs/rules/meetings.md).
  const [members, staff] = [ofMembers, ofStaff].map(({ documents }) =>
    documents.filter((each) => hasQuorum(each, values.meetingQuorum)),
  )
  const committee = elected.documents.find(({ kind }) => kind === 'committee')
  return {
    ...counts,
    ...people,
    womenStaff: union.womenStaff,
    committees: elected.documents.map(({ kind, electedOn, until }) => ({ kind, electedOn, until })),
    approvedHere,
    groups,
    rosterCheckedOn: lastRound.documents[0]?.closedOn,
    accountsOn,
    // 届期 of the members’ congress is that of the committee it elects.
    memberCongress: {
      heldOn: (members ?? []).map(({ day }) => day),
      ...(committee === undefined ? {} : termBetween(committee.electedOn, committee.until, values.termYears)),
    },
    staffCongress: staffTerm(staff ?? [], values.termYears),
    reviews,
    ...managedBy(records, ports.today),
    papers: papersOf(values.paperArchive[homeCategory(union.type, counts.subject.unitKind)], {
      memberCongresses: ofMembers.documents,
      staffCongresses: ofStaff.documents,
      management: records.map(({ facts }) => facts),
    }),
  }
}

/** More than anybody holds within two terms. */
const sessions = 50

/** 民主管理 on file, the newest first. */
async function managementOf(union: UnionId, { store }: GatherPorts): Promise<readonly Recorded[]> {
  const kinds = ['board', 'disclosure', 'contract', 'appraisal'] as const
  const newest = { index: 'byUnion', order: 'descending', limit: sessions } as const
  const pages = await Promise.all(
    kinds.map((kind) => store.find(managementRecords, { ...newest, equals: { union, kind } })),
  )
  return pages.flatMap(({ documents }) => documents)
}

function managedBy(
  records: readonly Recorded[],
  today: IsoDate,
): Pick<Facts, 'board' | 'disclosedOn' | 'contractUntil' | 'leadersAppraisedOn'> {
  const until = records.flatMap(({ facts }) => (facts.kind === 'contract' && facts.day <= today ? [facts.until] : []))
  const told = records.flatMap(({ facts }) => (facts.kind === 'appraisal' ? (facts.publishedOn ?? []) : []))
  return {
    board: latestOf('board', records),
    disclosedOn: latestOf('disclosure', records)?.day,
    contractUntil: latestDay(until),
    leadersAppraisedOn: latestDay(told),
  }
}

const latestDay = (days: readonly IsoDate[]): IsoDate | undefined => [...days].sort()[days.length - 1]

/** 应存纸质的 (REQUIREMENTS A10 archive.paper), as the union’s own index lists it. */
function papersOf(list: readonly PaperKind[], known: OnRecord): Facts['papers'] {
  if (list.length === 0) return undefined
  const rows = holdings(list, known)
  return { records: rows.length, kept: rows.filter(({ paper }) => paper.kept === 'paper').length }
}

async function countsOf(
  union: UnionRecord,
  ports: GatherPorts,
): Promise<Pick<Facts, 'subject' | 'members' | 'women' | 'rates' | 'contractsBelow' | 'leads'>> {
  const { store } = ports
  const { _id: id, type, foundedOn } = union
  const [host, figures, told, tally, { count: members }] = await Promise.all([
    union.hostUnit === undefined ? undefined : store.get(units, union.hostUnit),
    store.get(unionFigures, id),
    store.get(toldFigures, id),
    store.get(tallies, id),
    howMany({ what: 'active', union: id }, ports),
  ])
  const leads = (figures?.below.unions ?? 0) > 0
  const total = addFigures(figures?.own ?? noFigures, figures?.below ?? noFigures)
  const own = async (): Promise<Facts['rates']> => {
    // What a general union tells is of its whole territory (docs/rules/figures.md, R2).
    const { staff } =
      host === undefined && levelOf(type) > 0 ? { staff: undefined } : await staffOfUnion(union, host, store)
    const rural = { index: 'byHousehold', equals: { household: 'rural', union: id, state: 'active' } } as const
    return {
      members: over(members, staff),
      rural: over(told === undefined ? 0 : await store.count(memberships, rural), told?.ruralStaff),
      units: rateOf('units', total),
    }
  }
  const subject = { type, unitKind: host?.unitKind, foundedOn }
  return {
    subject,
    members: leads ? total.members : members,
    women: tally?.doneAt === undefined ? undefined : tally.composition.women,
    rates: leads
      ? { members: rateOf('members', total), rural: rateOf('rural', total), units: rateOf('units', total) }
      : await own(),
    contractsBelow: isRegional(subject) ? await contractsBelow(id, store) : { numerator: 0, denominator: 0 },
    leads,
  }
}

/** The item in which an enterprise’s union is judged by its contracts alone: the sums of the standings know of how many it is met. */
const signed = catalogue.find(
  ({ standard, metrics }) => standard === 'ENT' && metrics.join() === 'collective_contract_signed',
)

async function contractsBelow(union: UnionId, store: Store): Promise<Rate> {
  const below = (await store.get(homeStandings, union))?.below.items ?? {}
  const sum = signed !== undefined && hasOwn(below, signed.id) ? below[signed.id] : undefined
  const { met, gap, open } = sum ?? { met: 0, gap: 0, open: 0 }
  return { numerator: met, denominator: met + gap + open }
}

function over(numerator: number, denominator: number | undefined): Rate {
  return denominator === undefined ? { numerator: 0, denominator: 0 } : { numerator, denominator }
}

async function officersOf(
  union: UnionId,
  { store, now }: GatherPorts,
): Promise<Pick<Facts, 'chairInOffice' | 'officersInOffice'>> {
  const held = await store.find(officers, { index: 'byUnion', equals: { union }, limit: 200 })
  const inOffice = held.documents.filter(({ until }) => until === undefined || until > now)
  return { chairInOffice: inOffice.some(({ role }) => role === 'chair'), officersInOffice: inOffice.length }
}

/** 报告、决议、批复: its founding or an election that was asked for and approved here, papers and all. */
async function wasApprovedHere(union: UnionId, { store }: GatherPorts): Promise<boolean> {
  const sent = await store.find(unionApplications, {
    index: 'byUnion',
    equals: { union },
    order: 'descending',
    limit: 50,
  })
  return sent.documents.some(
    ({ kind, state }) => state === 'approved' && (kind === 'founding' || kind === 're-election'),
  )
}

/** How many years lie between election and last day, where they are as many as some term has; otherwise as they are, rounded. */
function termBetween(from: IsoDate, until: IsoDate, years: readonly number[]): Omit<Congress, 'heldOn'> {
  const exact = years.find((many) => monthsAfter(from, many * 12) === until)
  return { termYears: exact ?? Number(until.slice(0, 4)) - Number(from.slice(0, 4)), termUntil: until }
}

/** 职代会: a term begins with its first session, and lasts as long as the longest that the region allows; for how many years it was called is on record nowhere. */
function staffTerm(
  held: readonly { readonly day: IsoDate; readonly period: number }[],
  years: readonly number[],
): Congress {
  const heldOn = held.map(({ day }) => day)
  const period = Math.max(...held.map((one) => one.period))
  const [first] = held
    .filter((one) => one.period === period)
    .map(({ day }) => day)
    .sort()
  return first === undefined ? { heldOn } : { heldOn, termUntil: monthsAfter(first, Math.max(...years) * 12) }
}
