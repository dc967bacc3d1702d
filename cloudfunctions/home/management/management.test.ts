import { castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { askDuties, settleDuties } from '../../clock/duties'
import { contractFacts, heldByMembers, heldByStaff, managed } from '../../../tests/faults/of-meetings'
import { chair, street, union } from '../../../tests/faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'

let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem()
}, 600_000)
afterEach(() => system.close())

const seen = async (as = chair) => granted(await system.ask(as, 'home', 'managementOfUnion', { union }))
const archive = async () => granted(await system.ask(chair, 'home', 'archiveOfUnion', { union }))

describe('民主管理', () => {
  test('boards are held against the region’s rules: one director, a third of the supervisors (M6)', async () => {
    expect((await seen()).board).toEqual({ directors: 'unknown', supervisors: 'unknown' })
    const board = { kind: 'board', day: '2026-01-10', directors: 1, supervisors: 4, staffSupervisors: 1 }
    const id = await managed(system, board)
    expect((await seen()).board).toEqual({ directors: 'met', supervisors: 'short' })
    await managed(system, { ...board, day: '2026-06-10', staffSupervisors: 2 })
    expect((await seen()).board).toEqual({ directors: 'met', supervisors: 'met' })
    granted(await system.ask(chair, 'home', 'dropManagement', { union, id }))
    expect((await seen()).rows).toHaveLength(1)
  })

  test('a contract names a 职工大会 of its own union, and no 会员大会 (M8)', async () => {
    const { id: passedBy } = await heldByStaff(system)
    const { id: wrong } = await heldByMembers(system)
    await managed(system, { ...contractFacts, passedBy })
    const record = (facts: object) => system.ask(chair, 'home', 'recordManagement', { union, facts })
    expect(codeOf(await record({ ...contractFacts, passedBy: wrong }))).toBe('BAD_INPUT')
    expect(codeOf(await record({ ...contractFacts, passedBy: `${castUnions.street.id}~s3-2` }))).toBe('FIELD_INVALID')
    expect(codeOf(await record({ ...contractFacts, day: '2026-11-19' }))).toBe('DAY_INVALID')
    expect((await seen()).contract).toEqual({ state: 'running', until: contractFacts.until })
  })

  test('the year’s duties are read off the records; unions above read them, and those beside do not', async () => {
    const left = async () => (await seen()).duties.filter((one) => one.left).map(({ duty }) => duty)
    expect(await left()).toEqual(['member-congress', 'staff-congress', 'disclosure', 'accounts', 'appraisal'])
    await heldByMembers(system)
    await heldByStaff(system, { attended: 10, resolutions: [] })
    expect(await left()).toEqual(['staff-congress', 'disclosure', 'accounts', 'appraisal'])
    expect((await seen(street)).mine).toBe(false)
    const beside = await system.ask('demo-newform-chair', 'home', 'managementOfUnion', { union })
    expect(codeOf(beside)).toBe('NOT_ALLOWED')
  })
})

describe('which year’s duties are shown', () => {
  const yearly = async (at: string) => {
    system.travel(isoTime(Date.parse(at)))
    const { year, duties } = await seen()
    return [year, duties.length]
  }
  test('none before they are asked for; last year’s as long as its task is open', async () => {
    expect(await yearly('2026-09-30T02:00:00.000Z')).toEqual([2026, 0])
    expect(await yearly('2026-10-01T02:00:00.000Z')).toEqual([2026, 5])
    for (let run = 0; run < 3; run++) await askDuties(system.runtime)
    expect(await yearly('2027-01-05T02:00:00.000Z')).toEqual([2026, 5])
    system.travel(isoTime(Date.parse('2027-02-02T02:00:00.000Z')))
    for (let run = 0; run < 3; run++) await settleDuties(system.runtime)
    expect(await yearly('2027-02-02T03:00:00.000Z')).toEqual([2027, 0])
  })
})

describe('纸质档案 (M9)', () => {
  test('the index has what the region lists, from the records; a half-year is filed once', async () => {
    await heldByMembers(system, { paper: { kept: 'not-yet' } })
    await heldByStaff(system)
    await managed(system)
    await managed(system, { kind: 'disclosure', day: '2026-05-01', what: '上半年生产经营情况', way: 'board' })
    const { rows, toFile, category } = await archive()
    expect(category).toBe('enterprise')
    expect(rows.map(({ kind, paper }) => [kind, paper.kept])).toEqual([
      ['member-congress', 'not-yet'],
      ['staff-congress', 'paper'],
      ['collective-contract', 'paper'],
    ])
    expect(toFile).toEqual(['2026-1'])
    const file = (half: string) => system.ask(chair, 'home', 'fileHalfYear', { union, half })
    expect(granted(await file('2026-1'))).toEqual({ kept: 2, missing: 1 })
    expect(codeOf(await file('2026-1'))).toBe('HALF_YEAR_FILED')
    const day = '2026-03-20'
    expect(await archive()).toMatchObject({
      toFile: [],
      filings: [
        {
          half: '2026-1',
          kept: 2,
          missing: 1,
          rows: [
            { kind: 'member-congress', day, kept: false },
            { kind: 'staff-congress', day, kept: true },
            { kind: 'collective-contract', name: '集体合同', kept: true },
          ],
          without: ['special-contract'],
        },
      ],
    })
  })

  test('a half-year is filed when it is over, has something to file, and with what is of it alone', async () => {
    await heldByMembers(system, { day: '2024-03-20' })
    await heldByMembers(system, { day: '2026-07-01' })
    const file = (half: string) => system.ask(chair, 'home', 'fileHalfYear', { union, half })
    expect((await archive()).toFile).toEqual([])
    for (const half of ['2026-1', '2026-2', '2027-1']) expect(codeOf(await file(half))).toBe('BAD_INPUT')
    system.travel(isoTime(Date.parse('2026-12-31T16:00:00.000Z')))
    expect((await archive()).toFile).toEqual(['2026-2'])
    expect(granted(await file('2026-2'))).toEqual({ kept: 1, missing: 0 })
  })
})
