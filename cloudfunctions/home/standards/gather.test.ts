import { memberFacts, staffFacts } from '../../../shared/home/meetings/meetings.fixture'
import { chinaDay, IsoDate, isoTime } from '../../../shared/core/time'
import { AccountId, RegionId, type UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { judgeMetric } from '../../../shared/home/standards/judge-metric'
import type { MixedMetric, RecordMetric } from '../../../shared/home/standards/metric-names'
import { contractFacts } from '../../../tests/faults/of-meetings'
import { accounts, published } from '../../../tests/faults/of-openness'
import { inOffice } from '../../../tests/faults/ready'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { rounds } from '../../_kernel/records/rounds'
import { unions } from '../../_kernel/records/registry'
import { approvedFounding, approve, sentUp, start } from '../../registry/applications/applications.fixture'
import { factsOf } from './gather'
import { unionBelow } from './standards.fixture'

jest.setTimeout(300_000)

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

type Judging = RecordMetric | MixedMetric
interface Below {
  readonly union: UnionId
  readonly as: string
}

/** What records say of a union now. */
async function judged(union: UnionId, name: Judging): Promise<string> {
  const { store, now } = system.runtime
  const record = await store.get(unions, union)
  if (record === undefined) throw new Error(`${union} is not there`)
  const ports = { store, now: now(), today: chinaDay(now()) }
  const policy = await policyOfUnion(record, ports)
  return judgeMetric(name, await factsOf(record, policy, ports), policy.values, ports.today).state
}

const elect =
  (electedOn: string, ...kinds: readonly string[]) =>
  async ({ union, as }: Below) => {
    for (const kind of kinds) {
      const input = { union, kind, electedOn, termYears: 5, seats: 3, chair: '周大雪' }
      granted(await system.ask(as, 'registry', 'saveCommittee', input))
    }
  }
const ofMembers =
  (change: object = {}) =>
  async ({ union, as }: Below) =>
    void granted(await system.ask(as, 'home', 'recordMemberCongress', { union, facts: { ...memberFacts, ...change } }))
const ofStaff =
  (change: object = {}) =>
  async ({ union, as }: Below) =>
    void granted(await system.ask(as, 'home', 'recordStaffCongress', { union, facts: { ...staffFacts, ...change } }))
const managed =
  (facts: object) =>
  async ({ union, as }: Below) =>
    void granted(await system.ask(as, 'home', 'recordManagement', { union, facts }))
const roundClosed =
  (on: string) =>
  async ({ union }: Below) =>
    void (await system.runtime.store.transact(async (tx) => {
      await tx.put(rounds, {
        _id: `${union}:${on.slice(0, 4)}`,
        union,
        period: on.slice(0, 4),
        closedOn: IsoDate.parse(on),
        closedAt: system.runtime.now(),
        by: AccountId.parse('somebody'),
        fields: {},
        composition: { members: 0, women: 0, dispatched: 0, newForm: 0, stale: 0, hanging: 0, byEmployment: {} },
        countedAt: system.runtime.now(),
        changes: {},
      })
      return succeed(undefined)
    }))
const both = (one: (below: Below) => Promise<void>, other: (below: Below) => Promise<void>) => async (below: Below) => {
  await one(below)
  await other(below)
}
const appraisal = { kind: 'appraisal', day: '2026-05-01', appraised: 6, paper: { kept: 'not-yet' } }
const three = ['committee', 'audit', 'women']
const nothing = () => Promise.resolve()

/** Today is 2026-11-18. Qingdao’s numbers; terms of five years. */
const rows: readonly (readonly [Judging, string, (below: Below) => Promise<unknown>, string, string])[] = [
  // metric, what is recorded, how; what records said before it, and after it
  ['elected_chair', 'a committee in its term', elect('2024-05-10', 'committee'), 'no-record', 'met'],
  ['elected_chair', 'one whose term was over yesterday', elect('2021-11-17', 'committee'), 'no-record', 'short'],
  ['three_committees_established', 'all on a day', elect('2024-05-10', ...three), 'no-record', 'met'],
  [
    'three_committees_established',
    'on two days',
    both(elect('2024-05-10', 'committee', 'audit'), elect('2024-05-11', 'women')),
    'no-record',
    'short',
  ],
  ['term_not_expired', 'on its last day', elect('2021-11-18', 'committee'), 'no-record', 'met'],
  ['congress_term', 'the committee’s five years', elect('2024-05-10', 'committee'), 'ask', 'met'],
  ['audit_committee_with_committee', 'elected', elect('2024-05-10', 'audit'), 'no-record', 'met'],
  ['labour_law_supervision_committee', 'elected', elect('2024-05-10', 'labour-law'), 'no-record', 'met'],
  [
    'groups_established',
    'a group',
    async ({ union, as }) => system.ask(as, 'registry', 'saveBranch', { union, kind: 'group', name: '一车间小组' }),
    'no-record',
    'met',
  ],
  ['member_congress_per_year', 'one of this year', ofMembers(), 'no-record', 'met'],
  ['member_congress_per_year', 'a year ago to the day', ofMembers({ day: '2025-11-18' }), 'no-record', 'met'],
  ['member_congress_per_year', 'a year and a day ago', ofMembers({ day: '2025-11-17' }), 'no-record', 'no-record'],
  [
    'member_congress_per_year',
    'one that had two thirds',
    ofMembers({ attended: 30, resolutions: [] }),
    'no-record',
    'met',
  ],
  [
    'member_congress_per_year',
    'one without its quorum',
    ofMembers({ attended: 29, resolutions: [] }),
    'no-record',
    'no-record',
  ],
  ['member_congress_per_year', 'the other congress', ofStaff(), 'no-record', 'no-record'],
  ['staff_congress_per_year', 'one of this year', ofStaff(), 'no-record', 'met'],
  ['staff_congress_per_year', 'the other congress', ofMembers(), 'no-record', 'no-record'],
  ['no_substitution', 'both', both(ofMembers(), ofStaff()), 'no-record', 'met'],
  ['no_substitution', 'one', ofMembers(), 'no-record', 'short'],
  ['staff_congress_term_not_expired', 'in its term', ofStaff(), 'no-record', 'met'],
  [
    'staff_congress_term_not_expired',
    'whose first session was longer ago than any term is',
    both(ofStaff({ session: 1, day: '2021-11-17' }), ofStaff({ session: 5 })),
    'no-record',
    'short',
  ],
  ['staff_congress_term', 'for how many years it was called, no record says', ofStaff(), 'ask', 'ask'],
  ['archive_update_interval', 'half a year ago to the day', roundClosed('2026-05-18'), 'no-record', 'met'],
  ['archive_update_interval', 'a day more', roundClosed('2026-05-17'), 'no-record', 'short'],
  [
    'finance_disclosed_per_year',
    'accounts',
    async ({ union, as }) => published(system, accounts, { as, at: union }),
    'no-record',
    'met',
  ],
  [
    'affairs_disclosed',
    '厂务公开',
    managed({ kind: 'disclosure', day: '2026-11-10', what: '年终奖的分配办法', way: 'meeting' }),
    'no-record',
    'met',
  ],
  ['collective_contract_signed', 'in force', managed(contractFacts), 'no-record', 'met'],
  [
    'collective_contract_signed',
    'over yesterday',
    managed({ ...contractFacts, until: '2026-11-17' }),
    'no-record',
    'short',
  ],
  [
    'collective_contract_signed',
    'two, of which the one is over',
    both(
      managed({ ...contractFacts, until: '2026-11-17' }),
      managed({ ...contractFacts, scope: 'special', until: '2026-11-18' }),
    ),
    'no-record',
    'met',
  ],
  ['staff_congress_reviews_leaders', 'a result that nobody knows', managed(appraisal), 'no-record', 'no-record'],
  [
    'staff_congress_reviews_leaders',
    'a result that was made known',
    managed({ ...appraisal, publishedOn: '2026-05-12' }),
    'no-record',
    'met',
  ],
  [
    'employee_director_supervisor',
    'one of three supervisors',
    managed({ kind: 'board', day: '2026-01-10', directors: 0, supervisors: 3, staffSupervisors: 1 }),
    'ask',
    'met',
  ],
  ['democratic_management', 'a contract in force', managed(contractFacts), 'ask', 'met'],
  ['paper_archive_required', 'a congress with its paper', ofMembers(), 'no-record', 'met'],
  [
    'paper_archive_required',
    'one whose paper nobody kept yet',
    ofMembers({ paper: { kept: 'not-yet' } }),
    'no-record',
    'short',
  ],
  ['union_cadres', 'nothing: whoever is in office is on record', nothing, 'met', 'met'],
  ['review_per_year', 'nothing', nothing, 'no-record', 'no-record'],
]

describe('each metric against made records (M1–M14)', () => {
  test.each(rows)('%s: %s', async (name, _, record, before, after) => {
    const below = await unionBelow(system)
    expect(await judged(below.union, name)).toBe(before)
    await record(below)
    expect(await judged(below.union, name)).toBe(after)
  })
})

describe('what was approved here', () => {
  test('of a union founded here the papers, the three committees and the term are on record', async () => {
    const { union } = await approvedFounding(system)
    for (const name of ['founding_documents_complete', 'three_committees_established', 'congress_term'] as const)
      expect([name, await judged(union, name)]).toEqual([name, 'met'])
  })

  test.each(['3702', '3604'])('a by-election in the middle of the term makes no gap in %s', async (region) => {
    const { union } = await approvedFounding(system, { heldOn: '2026-10-12' })
    await system.runtime.store.transact(async (tx) => {
      const record = await tx.get(unions, union)
      if (record !== undefined) await tx.put(unions, { ...record, region: RegionId.parse(region) })
      return succeed(undefined)
    })
    const { as } = await inOffice(system, union, 'chair')
    const elected = [{ kind: 'committee', seats: 7, chair: '郑立冬' }]
    const body = { kind: 'by-election', heldOn: '2026-11-17', elected, posts: [], relatives: false }
    granted(await approve(system, await sentUp(system, { as, union, body })))
    for (const name of ['three_committees_established', 'term_not_expired', 'congress_term'] as const)
      expect([name, await judged(union, name)]).toEqual([name, 'met'])
  })
})
