import { IsoDate, isoTime } from '../../core/time'
import { ManagementFacts } from './facts'
import {
  boardStanding,
  contractStanding,
  dutiesLeft,
  dutyYearAsked,
  isOver,
  overFrom,
  kindsOf,
  latestOf,
  yearlyDuties,
} from './standing'

const asked = { directors: 1, supervisors: { numerator: 1, denominator: 3 } }
const board = (directors: number, staffSupervisors: number, supervisors: number) =>
  ManagementFacts.parse({ kind: 'board', day: '2026-01-10', directors, supervisors, staffSupervisors })
const contract = (day: string, until: string) =>
  ManagementFacts.parse({
    kind: 'contract',
    day,
    until,
    scope: 'whole',
    name: '集体合同',
    paper: { kept: 'paper', place: '工会办公室', volume: '合同-01' },
  })
const recorded = (facts: ManagementFacts, hour = 1) => ({ facts, recordedAt: isoTime(Date.UTC(2026, 5, 1, hour)) })
const on = (day: string) => IsoDate.parse(day)

describe('职工董事、职工监事 (M6, 000 三(三))', () => {
  test.each([
    // state-owned, directors, staff supervisors of supervisors → directors, supervisors
    [true, 1, 1, 3, 'met', 'met'],
    [true, 0, 1, 3, 'short', 'met'],
    [true, 1, 1, 4, 'met', 'short'],
    [true, 1, 2, 5, 'met', 'met'],
    [true, 1, 2, 7, 'met', 'short'],
    [false, 0, 0, 1, 'not-asked', 'short'],
    [false, 0, 0, 0, 'not-asked', 'no-board'],
  ] as const)(
    'state-owned %s: %i directors, %i of %i supervisors → %s, %s',
    (stateOwned, directors, staff, all, first, second) => {
      const latest = latestOf('board', [recorded(board(directors, staff, all))])
      expect(boardStanding(latest, stateOwned, asked)).toEqual({ directors: first, supervisors: second })
    },
  )

  test('nothing on record is not known, and not short', () => {
    expect(boardStanding(undefined, true, asked)).toEqual({ directors: 'unknown', supervisors: 'unknown' })
    expect(boardStanding(undefined, false, asked)).toEqual({ directors: 'not-asked', supervisors: 'unknown' })
  })

  test('of two of one day the one recorded last holds, in whichever order they are read', () => {
    const [wrong, right] = [recorded(board(0, 0, 3), 1), recorded(board(1, 1, 3), 2)]
    const older = recorded({ ...board(2, 2, 3), day: on('2026-01-09') }, 3)
    for (const records of [
      [wrong, right, older],
      [older, right, wrong],
    ])
      expect(latestOf('board', records)).toEqual(right.facts)
  })

  test('more staff supervisors than supervisors are a slip of the pen', () => {
    expect(() => board(1, 4, 3)).toThrow('职工监事不能比监事总数多')
  })
})

test('boards and the appraisal of leaders are those of companies: organs and institutions are not shown them (000 三(三))', () => {
  const concerned = (kind: 'board' | 'appraisal') =>
    (['enterprise', 'public', 'regional'] as const).filter((category) => kindsOf[category].includes(kind))
  expect([concerned('board'), concerned('appraisal')]).toEqual([['enterprise'], ['enterprise']])
  expect(kindsOf.public).toContain('disclosure')
})

describe('集体合同 (M8, 001 制度(9))', () => {
  test.each([
    ['no contract', [], '2026-06-01', { state: 'none' }],
    ['its last day', [contract('2024-01-01', '2026-06-01')], '2026-06-01', { state: 'ending', until: '2026-06-01' }],
    ['the day after', [contract('2024-01-01', '2026-06-01')], '2026-06-02', { state: 'none' }],
    [
      'a new one beside the old',
      [contract('2024-01-01', '2026-06-30'), contract('2026-06-01', '2029-05-31')],
      '2026-06-02',
      { state: 'running', until: '2029-05-31' },
    ],
  ] as const)('%s', (_, records, today, expected) => {
    expect(contractStanding(records, on(today), 3)).toEqual(expected)
  })
})

describe('yearly duties (M10)', () => {
  test.each([
    ['enterprise', '国有企业', ['member-congress', 'staff-congress', 'disclosure', 'accounts', 'appraisal']],
    ['enterprise', '私营企业', ['member-congress', 'staff-congress', 'disclosure', 'accounts']],
    ['public', '事业单位', ['member-congress', 'staff-congress', 'disclosure', 'accounts']],
    ['regional', undefined, []],
  ] as const)('of %s (%s): %s', (category, unit, expected) => {
    expect(yearlyDuties({ category, unit, leads: false }, 'QINGDAO_HOME')).toEqual(expected)
  })

  test.each([
    // 002 附件 制度机制1 names no kind of union, as its 3 and 4 do; who leads others is no 基层工会.
    ['a joint one', false, ['member-congress']],
    ['a federation', true, []],
  ] as const)('by 002 of %s of a place or an industry', (_, leads, expected) => {
    expect(yearlyDuties({ category: 'regional', unit: undefined, leads }, 'JIUJIANG_STANDARDS')).toEqual(expected)
    expect(yearlyDuties({ category: 'regional', unit: undefined, leads }, 'QINGDAO_HOME')).toEqual([])
  })

  test('a duty is left until the records have it as often as the region asks', () => {
    const duties = yearlyDuties({ category: 'enterprise', unit: '国有企业', leads: false }, 'QINGDAO_HOME')
    const least = { memberCongresses: 1, staffCongresses: 2 }
    const done = { memberCongresses: 1, staffCongresses: 1, disclosures: 0, accounts: 1, appraisals: 0 }
    expect(dutiesLeft(duties, done, least)).toEqual(['staff-congress', 'disclosure', 'appraisal'])
    expect(dutiesLeft(duties, { ...done, disclosures: 1 }, least)).toEqual(['staff-congress', 'appraisal'])
  })

  test.each([
    ['2026-09-30', undefined],
    ['2026-10-01', 2026],
    ['2026-12-31', 2026],
    ['2027-01-01', undefined],
  ])('three months before the year ends: on %s the year asked about is %s', (today, year) => {
    expect(dutyYearAsked(on(today), 3)).toBe(year)
  })

  test('a year is over a month after its end, since what was held in its last days is recorded then', () => {
    expect(isOver(2026, on('2027-01-31'))).toBe(false)
    expect(isOver(2026, on('2027-02-01'))).toBe(true)
    expect(overFrom(2026)).toBe('2027-02-01')
  })
})
