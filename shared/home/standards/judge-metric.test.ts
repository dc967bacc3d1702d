import type { Facts, ReviewHeld } from './facts'
import { judgeMetric } from './judge-metric'
import type { MetricState } from './judged'
import { metricsFromBoth, metricsFromRecords } from './metric-names'
import { day, inOrder, regionInOrder, rulesOf, today } from './standards.fixture'

type Judging = (typeof metricsFromRecords)[number] | (typeof metricsFromBoth)[number]
const qingdao = rulesOf('3702')
const jiujiang = rulesOf('3604')
const committee = (kind: Facts['committees'][number]['kind'], until = '2029-05-10', electedOn = '2024-05-10') => ({
  kind,
  electedOn: day(electedOn),
  until: day(until),
})
const without = (kind: Facts['committees'][number]['kind']) => inOrder.committees.filter((one) => one.kind !== kind)
const rate = (numerator: number, denominator: number) => ({ numerator, denominator })
const reviewed = (satisfied: number, valid: number, more: Partial<Facts['reviews'][number]> = {}): Partial<Facts> => ({
  reviews: inOrder.reviews.map((one) => ({ ...one, outcome: { satisfied, valid, pooled: false }, ...more })),
})
const ofState = { subject: { ...inOrder.subject, unitKind: '国有企业' } } as const
const board = inOrder.board ?? { kind: 'board', day: today, directors: 0, supervisors: 0, staffSupervisors: 0 }
/** Of a place: judged by its category, and by what is below it. */
const unmanaged = {
  staffCongress: { heldOn: [] },
  disclosedOn: undefined,
  contractUntil: undefined,
  board: undefined,
} as const
const region = { subject: regionInOrder.subject, leads: true, contractsBelow: regionInOrder.contractsBelow }
const joint = { subject: { ...regionInOrder.subject, type: 'community_joint' }, leads: false } as const
const group = { subject: { ...inOrder.subject, type: 'enterprise_group' }, leads: true } as const
const held = (...days: readonly string[]): Partial<Facts> => ({
  memberCongress: { ...inOrder.memberCongress, heldOn: days.map(day) },
})
const dozen = held('2025-12-05', '2025-12-20', '2026-06-01')
const federation = { subject: { ...regionInOrder.subject, type: 'industry_federation' } } as const
const noStaffCongress = { staffCongress: { heldOn: [] } } as const
const longAgo = { heldOn: [day('2024-03-01')], termUntil: day('2029-03-01') }
const over = { heldOn: [day('2021-11-21')], termUntil: day('2026-11-21') }
const ofKind =
  (kind: ReviewHeld['kind'], category: ReviewHeld['category']) =>
  (satisfied: number): ReviewHeld => ({
    kind,
    category,
    on: day('2026-10-20'),
    form: 'written',
    grades: ['satisfied', 'mostly', 'dissatisfied'],
    outcome: { satisfied, valid: 100, pooled: false },
  })
const sampled = ofKind('sample', 'regionalSample')
const surveyed = ofKind('staff', 'regionalStaff')
const regionReviewed = (ofSample = 85, ofStaff = 90) => ({ reviews: [sampled(ofSample), surveyed(ofStaff)] })
const reviewedLast = (on: ReviewHeld['on']) => inOrder.reviews.map((one) => ({ ...one, on, outcome: undefined }))

const rows: readonly (readonly [Judging, string, Partial<Facts>, MetricState | readonly [MetricState, MetricState]])[] =
  [
    // metric, situation, facts that differ → 青岛, and 九江 where it is another
    ['elected_chair', 'in office, the committee within its term', {}, 'met'],
    ['elected_chair', 'nobody in office', { chairInOffice: false }, 'no-record'],
    ['elected_chair', 'the committee’s term is over', { committees: [committee('committee', '2026-11-21')] }, 'short'],
    ['three_committees_established', 'all three, elected on one day', {}, 'met'],
    ['three_committees_established', 'no 经审', { committees: without('audit') }, 'no-record'],
    [
      'three_committees_established',
      'elected on two days',
      { committees: [committee('committee'), committee('audit'), committee('women', '2029-05-10', '2024-05-11')] },
      'short',
    ],
    [
      'three_committees_established',
      'nine women members, eleven women staff, no women’s committee',
      { committees: without('women'), women: 9, womenStaff: 11 },
      'met',
    ],
    [
      'three_committees_established',
      'ten women members, eleven women staff, no women’s committee',
      { committees: without('women'), women: 10, womenStaff: 11 },
      ['no-record', 'met'],
    ],
    ['term_not_expired', 'on its last day', { committees: [committee('committee', '2026-11-22')] }, 'met'],
    ['term_not_expired', 'the day after', { committees: [committee('committee', '2026-11-21')] }, 'short'],
    ['term_not_expired', 'nobody recorded a committee', { committees: [] }, 'no-record'],
    ['groups_established', 'one', { groups: 1 }, 'met'],
    ['groups_established', 'none', { groups: 0 }, 'no-record'],
    ['union_cadres', 'one in office', { officersInOffice: 1 }, 'met'],
    ['union_cadres', 'nobody', { officersInOffice: 0 }, 'no-record'],
    ['labour_law_supervision_committee', 'elected', {}, 'met'],
    ['labour_law_supervision_committee', 'none', { committees: without('labour-law') }, 'no-record'],
    [
      'labour_law_supervision_committee_threshold',
      '24 members, none: a single person may do',
      { members: 24, committees: without('labour-law') },
      'ask',
    ],
    [
      'labour_law_supervision_committee_threshold',
      '25 members, none',
      { members: 25, committees: without('labour-law') },
      'no-record',
    ],
    [
      'women_committee_threshold',
      'below the number, none: 女职工委员',
      { women: 9, womenStaff: 24, committees: without('women') },
      'ask',
    ],
    [
      'women_committee_threshold',
      'at 25 women staff, none',
      { women: 9, womenStaff: 25, committees: without('women') },
      ['ask', 'no-record'],
    ],
    ['committee_required_members', '24 members, no committee', { members: 24, committees: [] }, 'met'],
    ['committee_required_members', '25 members, no committee', { members: 25, committees: [] }, 'no-record'],
    ['audit_committee_with_committee', 'elected', {}, 'met'],
    ['audit_committee_with_committee', 'none', { committees: without('audit') }, 'no-record'],
    ['founding_documents_complete', 'approved here', {}, 'met'],
    ['founding_documents_complete', 'founded before anybody recorded it', { approvedHere: false }, 'ask'],
    ['member_join_rate', '100 of 100', {}, ['met', 'not-meant']],
    ['member_join_rate', '99 of 100', { rates: { ...inOrder.rates, members: rate(99, 100) } }, ['short', 'not-meant']],
    ['member_join_rate', 'staff unknown', { rates: { ...inOrder.rates, members: rate(0, 0) } }, 'no-record'],
    ['member_join_rate', 'a township: 90 of 100', { ...region, rates: regionInOrder.rates }, ['met', 'not-meant']],
    [
      'member_join_rate',
      'a township: 89 of 100',
      { ...region, rates: { ...regionInOrder.rates, members: rate(89, 100) } },
      ['short', 'not-meant'],
    ],
    [
      'member_join_rate',
      'a joint union that leads nobody is a region: 90 of 100',
      { ...joint, rates: regionInOrder.rates },
      ['met', 'not-meant'],
    ],
    [
      'member_join_rate',
      'an enterprise group that leads others is an enterprise: 90 of 100',
      { ...group, rates: regionInOrder.rates },
      ['short', 'not-meant'],
    ],
    ['migrant_join_rate', '80 of 100', { ...region, rates: regionInOrder.rates }, ['met', 'not-meant']],
    [
      'migrant_join_rate',
      '79 of 100',
      { ...region, rates: { ...regionInOrder.rates, rural: rate(79, 100) } },
      ['short', 'not-meant'],
    ],
    ['unionisation_rate', '9 of 10', { ...region, rates: regionInOrder.rates }, ['met', 'not-meant']],
    [
      'unionisation_rate',
      '8 of 9, which is 88.9',
      { ...region, rates: { ...regionInOrder.rates, units: rate(8, 9) } },
      ['short', 'not-meant'],
    ],
    ['member_congress_per_year', 'a year ago to the day', held('2025-11-22'), 'met'],
    ['member_congress_per_year', 'a year and a day ago', held('2025-11-21'), 'no-record'],
    ['member_congress_per_year', 'three times', held('2026-01-01', '2026-02-01', '2026-03-01'), 'met'],
    [
      'member_congress_per_year',
      'a township’s, whose congress meets once a term',
      { ...region, ...held() },
      'not-meant',
    ],
    ['staff_congress_per_year', 'a township’s', region, 'not-meant'],
    ['congress_per_year', 'twice', held('2026-01-01', '2026-02-01'), 'met'],
    [
      'congress_per_year',
      'three times: Jiujiang says one or two',
      held('2026-01-01', '2026-02-01', '2026-03-01'),
      ['met', 'short'],
    ],
    ['congress_per_year', 'three times in a year’s space, and no more than two in any calendar year', dozen, 'met'],
    ['congress_per_year', 'a joint union’s: it is a 基层工会', { ...joint, ...held() }, 'no-record'],
    ['congress_per_year', 'a township’s, which leads others', { ...region, ...held() }, 'not-meant'],
    ['congress_per_year', 'a federation’s, which leads others', { ...federation, ...held() }, 'not-meant'],
    ['congress_per_year', 'a group of enterprises’', { ...group, ...held() }, 'no-record'],
    ['congress_term', 'five years', {}, 'met'],
    ['congress_term', 'four years', { memberCongress: { ...inOrder.memberCongress, termYears: 4 } }, 'short'],
    ['congress_term', 'nobody recorded it', { memberCongress: { heldOn: [] } }, 'ask'],
    ['staff_congress_term', 'three years', { staffCongress: { ...inOrder.staffCongress, termYears: 3 } }, 'met'],
    ['staff_congress_per_year', 'once', {}, 'met'],
    ['staff_congress_per_year', 'never', { staffCongress: { heldOn: [] } }, 'no-record'],
    ['staff_congress_term', 'a joint union’s: 职代会 is of one unit', { ...joint, ...noStaffCongress }, 'not-meant'],
    ['regional_staff_congress', 'two years ago, in a term that goes on', { ...joint, staffCongress: longAgo }, 'met'],
    ['regional_staff_congress', 'in a term that is over', { ...joint, staffCongress: over }, 'short'],
    ['regional_staff_congress', 'never', { ...joint, ...noStaffCongress }, 'no-record'],
    ['staff_congress_term_not_expired', 'on its last day', { staffCongress: { heldOn: [], termUntil: today } }, 'met'],
    [
      'staff_congress_term_not_expired',
      'over',
      { staffCongress: { heldOn: [], termUntil: day('2026-11-21') } },
      'short',
    ],
    ['no_substitution', 'each was held', {}, 'met'],
    ['no_substitution', 'one alone: it does not stand for the other', { staffCongress: { heldOn: [] } }, 'short'],
    ['no_substitution', 'neither', { staffCongress: { heldOn: [] }, memberCongress: { heldOn: [] } }, 'no-record'],
    [
      'no_substitution',
      'a joint union’s, which is asked for the one alone: nothing stands for the other',
      { ...joint, ...noStaffCongress },
      'not-meant',
    ],
    ['archive_has_registration_form_and_roster', 'members on the roster', { members: 1 }, 'met'],
    ['archive_has_registration_form_and_roster', 'nobody', { members: 0 }, 'no-record'],
    ['archive_update_interval', 'six months ago to the day', { rosterCheckedOn: day('2026-05-22') }, 'met'],
    ['archive_update_interval', 'a day more', { rosterCheckedOn: day('2026-05-21') }, 'short'],
    ['archive_update_interval', 'never', { rosterCheckedOn: undefined }, 'no-record'],
    ['finance_disclosed_per_year', 'a year ago to the day', { accountsOn: day('2025-11-22') }, 'met'],
    ['finance_disclosed_per_year', 'a day more', { accountsOn: day('2025-11-21') }, 'short'],
    ['review_per_year', 'a year ago to the day', reviewed(95, 98, { on: day('2025-11-22') }), 'met'],
    ['review_per_year', 'a day more', reviewed(95, 98, { on: day('2025-11-21') }), 'short'],
    ['review_per_year', 'never', { reviews: [] }, 'no-record'],
    ['review_per_year', 'a joint union’s: the sample of members is one', { ...joint, ...regionReviewed() }, 'met'],
    [
      'review_per_year',
      'a joint union’s: the survey of staff is none',
      { ...joint, reviews: [surveyed(90)] },
      'no-record',
    ],
    ['review_per_year', 'an enterprise’s: a sample is none', { reviews: [sampled(90)] }, 'no-record'],
    ['satisfaction_rate', 'a joint union’s: sample and staff', { ...joint, ...regionReviewed() }, ['met', 'not-meant']],
    [
      'satisfaction_rate',
      'a joint union’s: 84 of 100 in the sample',
      { ...joint, ...regionReviewed(84) },
      ['short', 'not-meant'],
    ],
    [
      'satisfaction_rate',
      'a joint union’s: 89 of 100 of the staff',
      { ...joint, ...regionReviewed(90, 89) },
      ['short', 'not-meant'],
    ],
    [
      'satisfaction_rate',
      'a joint union’s: the sample alone',
      { ...joint, reviews: [sampled(85)] },
      ['met', 'not-meant'],
    ],
    ['satisfaction_rate', 'a joint union’s own members', { ...joint, ...reviewed(90, 100) }, ['met', 'not-meant']],
    [
      'satisfaction_rate',
      'a joint union’s own were too few to be told, the sample was told',
      { ...joint, reviews: [...reviewedLast(day('2026-11-01')), sampled(85)] },
      ['met', 'not-meant'],
    ],
    ['review_grades', 'a joint union’s sample', { ...joint, reviews: [sampled(85)] }, 'met'],
    ['satisfaction_rate', '90 of 100', reviewed(90, 100), ['met', 'not-meant']],
    ['satisfaction_rate', '899 of 1000', reviewed(899, 1000), ['short', 'not-meant']],
    [
      'satisfaction_rate',
      'state-owned: 94 of 100',
      reviewed(94, 100, { category: 'stateOwned' }),
      ['short', 'not-meant'],
    ],
    [
      'satisfaction_rate',
      'state-owned: 95 of 100',
      reviewed(95, 100, { category: 'stateOwned' }),
      ['met', 'not-meant'],
    ],
    [
      'satisfaction_rate',
      '机关事业: 94 of 100',
      reviewed(94, 100, { category: 'publicInstitution' }),
      ['short', 'not-meant'],
    ],
    ['satisfaction_rate', 'too few to be told', reviewed(0, 0, { outcome: undefined }), 'no-record'],
    [
      'sample_satisfaction_rate',
      '85 of 100',
      reviewed(85, 100, { kind: 'sample', category: 'regionalSample' }),
      ['met', 'not-meant'],
    ],
    [
      'sample_satisfaction_rate',
      '84 of 100',
      reviewed(84, 100, { kind: 'sample', category: 'regionalSample' }),
      ['short', 'not-meant'],
    ],
    [
      'staff_satisfaction_rate',
      '90 of 100',
      reviewed(90, 100, { kind: 'staff', category: 'regionalStaff' }),
      ['met', 'not-meant'],
    ],
    ['staff_satisfaction_rate', '会员评家 is no survey of staff', {}, 'no-record'],
    ['review_form', 'written', {}, ['short', 'met']],
    ['review_form', 'by phone', reviewed(1, 1, { form: 'electronic' }), 'short'],
    ['review_grades', 'three', {}, 'met'],
    ['review_grades', 'two', reviewed(1, 1, { grades: ['satisfied', 'dissatisfied'] }), 'short'],
    [
      'park_assistants',
      'a park, where the region asks for one: no record holds 协理员',
      { subject: { ...inOrder.subject, type: 'devzone_union' } },
      ['not-meant', 'ask'],
    ],
    ['park_assistants', 'no park', {}, 'not-meant'],
    ['township_assistants', 'a township: 可配备', { subject: regionInOrder.subject }, 'not-meant'],
    ['employee_director_supervisor', 'one of three supervisors', {}, 'met'],
    ['employee_director_supervisor', 'one of four: 3 × 1 < 4', { board: { ...board, supervisors: 4 } }, 'short'],
    [
      'employee_director_supervisor',
      'no board of supervisors',
      { board: { ...board, supervisors: 0, staffSupervisors: 0 } },
      'met',
    ],
    [
      'employee_director_supervisor',
      'a company of the state without a director',
      { ...ofState, board: { ...board, directors: 0 } },
      'short',
    ],
    ['employee_director_supervisor', 'a private one without a director', { board: { ...board, directors: 0 } }, 'met'],
    [
      'employee_director_supervisor',
      'of the state, and nothing on record',
      { ...ofState, board: undefined },
      'no-record',
    ],
    [
      'employee_director_supervisor',
      'nothing on record: whether it has a board, no register says',
      { board: undefined },
      'ask',
    ],
    [
      'staff_congress_reviews_leaders',
      'made known a year ago to the day',
      { leadersAppraisedOn: day('2025-11-22') },
      'met',
    ],
    ['staff_congress_reviews_leaders', 'a day more', { leadersAppraisedOn: day('2025-11-21') }, 'short'],
    ['staff_congress_reviews_leaders', 'never', { leadersAppraisedOn: undefined }, 'no-record'],
    ['collective_contract_signed', 'on its last day', { contractUntil: today }, 'met'],
    ['collective_contract_signed', 'over', { contractUntil: day('2026-11-21') }, 'short'],
    ['collective_contract_rate', 'a township: 9 of 10 enterprises below', { ...region }, ['met', 'not-meant']],
    ['collective_contract_rate', '89 of 100', { ...region, contractsBelow: rate(89, 100) }, ['short', 'not-meant']],
    ['collective_contract_rate', 'no enterprise below, the contract of the place', joint, 'met'],
    ['collective_contract_rate', 'neither of them', { ...joint, contractUntil: undefined }, 'no-record'],
    ['affairs_disclosed', 'a year ago to the day', { disclosedOn: day('2025-11-22') }, 'met'],
    ['affairs_disclosed', 'a day more', { disclosedOn: day('2025-11-21') }, 'short'],
    ['affairs_disclosed', 'never', { disclosedOn: undefined }, 'no-record'],
    ['democratic_management', 'all its forms', {}, 'met'],
    ['democratic_management', 'nothing on record', unmanaged, 'ask'],
    [
      'democratic_management',
      'a congress of the year alone',
      { ...unmanaged, staffCongress: inOrder.staffCongress },
      'met',
    ],
    ['democratic_management', 'a disclosure alone', { ...unmanaged, disclosedOn: today }, 'met'],
    ['democratic_management', 'a contract alone, over', { ...unmanaged, contractUntil: day('2026-11-21') }, 'ask'],
    ['democratic_management', 'a contract alone', { ...unmanaged, contractUntil: today }, 'met'],
    [
      'democratic_management',
      'a board with nobody of the staff',
      { ...unmanaged, board: { ...board, directors: 0, staffSupervisors: 0 } },
      'ask',
    ],
    [
      'democratic_management',
      'a director of the staff',
      { ...unmanaged, board: { ...board, directors: 1, staffSupervisors: 0 } },
      'met',
    ],
    ['collective_contract_signed', 'none', { contractUntil: undefined }, 'no-record'],
    ['paper_archive_required', 'all lie somewhere', {}, 'met'],
    ['paper_archive_required', 'one does not', { papers: { records: 4, kept: 3 } }, 'short'],
    ['paper_archive_required', 'nothing on record', { papers: { records: 0, kept: 0 } }, 'no-record'],
    ['paper_archive_required', 'the region lists nothing', { papers: undefined }, 'not-meant'],
    ['township_assistants', 'a park', { subject: { ...inOrder.subject, type: 'devzone_union' } }, 'not-meant'],
  ]

describe('what records say of each metric, in the region’s numbers, bounds included', () => {
  test.each(rows)('%s: %s', (name, _, differ, expected) => {
    const facts = { ...inOrder, ...differ }
    const found = [qingdao, jiujiang].map((rules) => judgeMetric(name, facts, rules, today).state)
    expect(found).toEqual(typeof expected === 'string' ? [expected, expected] : expected)
  })

  test('every metric that records can tell has its rows', () => {
    expect(new Set(rows.map(([name]) => name))).toEqual(new Set([...metricsFromRecords, ...metricsFromBoth]))
  })

  test('a pooled result is the pool’s, and says so', () =>
    expect(
      judgeMetric(
        'satisfaction_rate',
        { ...inOrder, ...reviewed(90, 100, { outcome: { satisfied: 90, valid: 100, pooled: true } }) },
        qingdao,
        today,
      ),
    ).toEqual({ state: 'met', shown: { kind: 'rate', numerator: 90, denominator: 100, percent: 90, pooled: true } }))

  test.each([
    ['too few to be told', { outcome: undefined }, { kind: 'no-result', on: '2026-10-20', why: 'withheld' }],
    ['a year and a day ago', { on: day('2025-11-21') }, { kind: 'no-result', on: '2025-11-21', why: 'old' }],
  ])('a review without a result to count says why: %s', (_, more, shown) =>
    expect(judgeMetric('satisfaction_rate', { ...inOrder, ...reviewed(90, 100, more) }, qingdao, today)).toEqual({
      state: 'no-record',
      shown,
    }),
  )

  test('of congresses that were too many for a calendar year the most stands beside them, else the least', () => {
    const shown = (facts: Partial<Facts>) =>
      judgeMetric('congress_per_year', { ...inOrder, ...facts }, jiujiang, today).shown
    expect(shown(dozen)).toEqual({ kind: 'count', has: 3, needs: 1 })
    expect(shown(held('2026-01-01', '2026-02-01', '2026-03-01'))).toEqual({ kind: 'count', has: 3, needs: 1, most: 2 })
  })

  test('how many are missing stands beside a rate', () =>
    expect(
      judgeMetric(
        'member_join_rate',
        { ...inOrder, rates: { ...inOrder.rates, members: rate(190, 200) } },
        qingdao,
        today,
      ),
    ).toMatchObject({ state: 'short', lacks: 10 }))
})
