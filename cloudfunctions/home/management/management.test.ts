import { castUnions } from '../../../local/demo/personas'
import { ManagementId, PublicationId, UnionId } from '../../../shared/core/ids'
import { chinaDay, isoTime } from '../../../shared/core/time'
import { askDuties, settleDuties } from '../../clock/duties'
import { accounts, published } from '../../../tests/faults/of-openness'
import { contractFacts, heldByMembers, heldByStaff, managed } from '../../../tests/faults/of-meetings'
import { chair, street, union } from '../../../tests/faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { managementRecords } from '../../_kernel/records/management'
import { publications, type PublicationRecord } from '../../_kernel/records/publications'
import { unions } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { taskId } from '../../_kernel/tasks'
import { lookAt } from '../standards/look-at'

let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem()
}, 600_000)
afterEach(() => system.close())

const seen = async (as = chair) => granted(await system.ask(as, 'home', 'managementOfUnion', { union }))
/** How the standard judges the same records. */
async function metric(name: string) {
  const { store, now } = system.runtime
  const of = await store.get(unions, UnionId.parse(union))
  const looked = of === undefined ? undefined : await lookAt(of, { store, now: now(), today: chinaDay(now()) })
  return looked?.records.flatMap(({ metrics }) => metrics).find((one) => one.name === name)?.judged.state
}
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

  test('a board that was recorded wrong and again for the same day is the one recorded last', async () => {
    const wrong = { kind: 'board', directors: 0, supervisors: 3, staffSupervisors: 0 }
    for (let month = 1; month <= 6; month++) {
      const day = `2026-0${month}-10`
      await managed(system, { ...wrong, day })
      system.travel(isoTime(Date.parse('2026-11-18T02:00:00.000Z') + month * 60_000))
      await managed(system, { ...wrong, day, directors: 1, staffSupervisors: 1 })
      const { board, rows } = await seen()
      expect(board).toEqual({ directors: 'met', supervisors: 'met' })
      expect(rows[0]?.facts).toMatchObject({ day, directors: 1 })
    }
  })

  test('the accounts count however much was published since, for the duty and for the standard alike', async () => {
    const id = await published(system, accounts)
    const told = await system.runtime.store.get(publications, id)
    await system.runtime.store.transact(async (tx) => {
      for (let one = 0; told !== undefined && one < 60; one++) {
        const publishedAt = isoTime(Date.parse(told.publishedAt) + 60_000 * (one + 1))
        await tx.put<PublicationRecord>(publications, {
          ...told,
          _id: PublicationId.parse(`publication-notice-${100 + one}`),
          kind: 'notice',
          publishedAt,
        })
      }
    })
    const { duties } = await seen()
    expect(duties.find(({ duty }) => duty === 'accounts')).toEqual({ duty: 'accounts', left: false })
    expect(await metric('finance_disclosed_per_year')).toBe('met')
  })

  test('leaders whose appraisal was not made known are appraised neither for the duty nor for the standard (001 制度(6))', async () => {
    const left = async () => (await seen()).duties.find(({ duty }) => duty === 'appraisal')?.left
    const appraisal = { kind: 'appraisal', day: '2026-05-01', appraised: 6, paper: { kept: 'not-yet' } }
    await managed(system, appraisal)
    expect([await left(), await metric('staff_congress_reviews_leaders')]).toEqual([true, 'no-record'])
    await managed(system, { ...appraisal, publishedOn: '2026-05-20' })
    expect([await left(), await metric('staff_congress_reviews_leaders')]).toEqual([false, 'met'])
  })

  test('what was signed is filed on paper later, with nothing typed again; the record keeps how it stood', async () => {
    const id = await managed(system, { ...contractFacts, paper: { kept: 'not-yet' } })
    const record = async () => granted(await system.ask(chair, 'home', 'managementRecord', { union, id }))
    expect(await record()).toMatchObject({ version: 1, facts: { paper: { kept: 'not-yet' } } })
    const amend = (seen: number, facts: object) =>
      system.ask(chair, 'home', 'amendManagement', { union, id, seen, facts })
    expect(granted(await amend(1, contractFacts)).version).toBe(2)
    expect(await record()).toEqual({ version: 2, facts: contractFacts })
    const kept = await system.runtime.store.get(managementRecords, ManagementId.parse(id))
    expect(kept?.before).toEqual([
      { facts: { ...contractFacts, paper: { kept: 'not-yet' } }, at: kept?.recordedAt, by: kept?.recordedBy },
    ])
    expect(codeOf(await amend(1, contractFacts))).toBe('MEETING_CHANGED')
    expect(codeOf(await amend(2, { ...contractFacts, day: '2026-11-19' }))).toBe('DAY_INVALID')
    const board = { kind: 'board', day: '2026-01-10', directors: 1, supervisors: 0, staffSupervisors: 0 }
    expect(codeOf(await amend(2, board))).toBe('NOT_FOUND')
    expect((await seen()).rows).toHaveLength(1)
  })

  test('an appraisal whose result is made known later is completed, and closes the year with it', async () => {
    const disclosure = { kind: 'disclosure', day: '2026-05-01', what: '上半年生产经营情况', way: 'board' }
    const appraisal = { kind: 'appraisal', day: '2026-05-01', appraised: 6, paper: { kept: 'not-yet' } }
    for (let run = 0; run < 3; run++) await askDuties(system.runtime)
    await heldByMembers(system)
    await heldByStaff(system)
    await published(system, accounts)
    await managed(system, disclosure)
    const id = await managed(system, appraisal)
    const task = () => system.runtime.store.get(tasks, taskId('yearly-duties', `${union}.2026`))
    expect((await task())?.state).toBe('open')
    const facts = { ...appraisal, publishedOn: '2026-05-20' }
    granted(await system.ask(chair, 'home', 'amendManagement', { union, id, seen: 1, facts }))
    expect((await task())?.state).toBe('done')
  })

  test('everything on record is to be seen, a page at a time, by unions above too', async () => {
    const what = (one: number) => `第 ${one} 次公开`
    for (let one = 1; one <= 25; one++) {
      const day = `2026-03-${one < 10 ? '0' : ''}${one}`
      await managed(system, { kind: 'disclosure', day, what: what(one), way: 'board' })
    }
    const first = await seen()
    expect([first.rows.length, first.more.map(({ kind }) => kind)]).toEqual([20, ['disclosure']])
    const of = async (cursor?: string) =>
      granted(await system.ask(street, 'home', 'managementOfKind', { union, kind: 'disclosure', cursor }))
    expect((await of()).rows).toEqual(first.rows)
    const rest = await of(first.more[0]?.cursor)
    expect(rest.rows.map(({ facts }) => ('what' in facts ? facts.what : ''))).toEqual([5, 4, 3, 2, 1].map(what))
    expect(rest.cursor).toBeUndefined()
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

  test('a contract is amended though the 职工大会 that it names was deleted; another that is not there is still none', async () => {
    const { id: passedBy } = await heldByStaff(system)
    const facts = { ...contractFacts, passedBy, paper: { kept: 'not-yet' } }
    const id = await managed(system, facts)
    granted(await system.ask(chair, 'home', 'dropStaffCongress', { union, id: passedBy, seen: 1 }))
    const amend = (seen: number, changed: object) =>
      system.ask(chair, 'home', 'amendManagement', { union, id, seen, facts: { ...facts, ...changed } })
    expect(codeOf(await amend(1, { passedBy: `${union}~s99-9` }))).toBe('FIELD_INVALID')
    expect(granted(await amend(1, { paper: contractFacts.paper })).version).toBe(2)
    expect(codeOf(await amend(2, { passedBy: undefined }))).toBe('OK')
    expect(codeOf(await amend(3, {}))).toBe('FIELD_INVALID')
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
