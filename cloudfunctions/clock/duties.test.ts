import { memberFacts, staffFacts } from '../../shared/home/meetings/meetings.fixture'
import { isoTime, type IsoTime } from '../../shared/core/time'
import { managed } from '../../tests/faults/of-meetings'
import { accounts, published } from '../../tests/faults/of-openness'
import { chair, union } from '../../tests/faults/ready'
import { granted, openTestSystem, type TestSystem } from '../../tests/system'
import { tasks } from '../_kernel/records/tasks'
import { taskId } from '../_kernel/tasks'
import { askDuties, settleDuties } from './duties'

let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem()
}, 600_000)
afterEach(() => system.close())

const at = (text: string): IsoTime => isoTime(Date.parse(text))
const taskOf = (year: number) => system.runtime.store.get(tasks, taskId('yearly-duties', `${union}.${year}`))
/** The state owns the company of these unions: its leaders are appraised each year. */
const appraised = { kind: 'appraisal', day: '2026-05-01', appraised: 6, paper: { kept: 'not-yet' } }
const appraisal = { ...appraised, publishedOn: '2026-05-20' }
/** 厂务公开, once at the least. */
const disclosure = { kind: 'disclosure', day: '2026-06-01', what: '上半年生产经营情况', way: 'board' }
/** As often as the clock comes round in a day. */
async function walk(job: typeof askDuties): Promise<void> {
  for (let run = 0; run < 3; run++) await job(system.runtime)
}
const record = async (facts: object) => {
  const procedure = 'proposals' in facts ? 'recordStaffCongress' : 'recordMemberCongress'
  return granted(await system.ask(chair, 'home', procedure, { union, facts }))
}

test('in the last months of the year the chair is asked once, and by nobody before (M10)', async () => {
  system.travel(at('2026-09-30T02:00:00.000Z'))
  await walk(askDuties)
  expect(await taskOf(2026)).toBeUndefined()
  system.travel(at('2026-10-01T02:00:00.000Z'))
  await walk(askDuties)
  expect(await taskOf(2026)).toMatchObject({ state: 'open', desk: union, dueOn: '2026-12-31' })
  const { rows } = granted(await system.ask(chair, 'membership', 'tasks', { union }))
  expect(rows.filter(({ kind }) => kind === 'yearly-duties')).toHaveLength(1)
  system.travel(at('2026-10-02T02:00:00.000Z'))
  await walk(askDuties)
  expect((await taskOf(2026))?.steps).toHaveLength(1)
})

test('the record that was the last one missing closes it at once', async () => {
  await walk(askDuties)
  await published(system, accounts)
  await record(staffFacts)
  await managed(system, appraisal)
  await managed(system, disclosure)
  expect((await taskOf(2026))?.state).toBe('open')
  // A meeting without its quorum is none.
  await record({ ...memberFacts, session: 1, attended: 20, resolutions: [] })
  expect((await taskOf(2026))?.state).toBe('open')
  await record(memberFacts)
  expect((await taskOf(2026))?.state).toBe('done')
})

test('a meeting that is amended so that it counts for the year closes it at once', async () => {
  await walk(askDuties)
  await published(system, accounts)
  await managed(system, appraisal)
  await managed(system, disclosure)
  await record(staffFacts)
  const { id } = await record({ ...memberFacts, attended: 20, resolutions: [] })
  const amend = async (seen: number, facts: object) =>
    granted(await system.ask(chair, 'home', 'amendMemberCongress', { union, id, seen, facts }))
  await amend(1, { ...memberFacts, day: '2025-12-30' })
  expect((await taskOf(2026))?.state).toBe('open')
  await amend(2, memberFacts)
  expect((await taskOf(2026))?.state).toBe('done')
})

test('厂务公开 is one of them: the year is not done before something was made known in it (000 三(二))', async () => {
  await walk(askDuties)
  await published(system, accounts)
  await record(staffFacts)
  await record(memberFacts)
  await managed(system, { ...disclosure, day: '2025-12-31' })
  await managed(system, appraisal)
  expect((await taskOf(2026))?.state).toBe('open')
  await managed(system, disclosure)
  expect((await taskOf(2026))?.state).toBe('done')
})

test('leaders are appraised when the result was made known (M8, 001 制度(6))', async () => {
  await walk(askDuties)
  await published(system, accounts)
  await record(staffFacts)
  await record(memberFacts)
  await managed(system, disclosure)
  await managed(system, appraised)
  await walk(settleDuties)
  expect((await taskOf(2026))?.state).toBe('open')
  await managed(system, appraisal)
  expect((await taskOf(2026))?.state).toBe('done')
})

test('what is published elsewhere is seen by the clock', async () => {
  await walk(askDuties)
  await managed(system, appraisal)
  await managed(system, disclosure)
  await record(staffFacts)
  await record(memberFacts)
  await published(system, accounts)
  expect((await taskOf(2026))?.state).toBe('open')
  await walk(settleDuties)
  expect((await taskOf(2026))?.state).toBe('done')
})

test.each([
  ['2027-01-10T02:00:00.000Z', 'done'],
  // The last minute of January, and the first of February, in China.
  ['2027-01-31T15:59:00.000Z', 'done'],
  ['2027-01-31T16:00:00.000Z', 'dropped'],
])(
  'accounts made known at %s leave the task of the year before %s, and are the new year’s as well (M10)',
  async (told, state) => {
    await walk(askDuties)
    await managed(system, appraisal)
    await managed(system, disclosure)
    await record(staffFacts)
    await record(memberFacts)
    system.travel(at('2027-01-09T02:00:00.000Z'))
    await walk(settleDuties)
    expect((await taskOf(2026))?.state).toBe('open')
    system.travel(at(told))
    await published(system, accounts)
    await walk(settleDuties)
    await walk(askDuties)
    expect((await taskOf(2026))?.state).toBe(state)
    system.travel(at('2027-10-01T02:00:00.000Z'))
    const { year, duties } = granted(await system.ask(chair, 'home', 'managementOfUnion', { union }))
    expect([year, duties.find(({ duty }) => duty === 'accounts')?.left]).toEqual([2027, false])
  },
)

test('who has everything is not asked; a year that is over is asked about no more', async () => {
  await managed(system, appraisal)
  await managed(system, disclosure)
  await record(staffFacts)
  await record(memberFacts)
  await published(system, accounts)
  await walk(askDuties)
  expect(await taskOf(2026)).toBeUndefined()
  system.travel(at('2027-11-01T02:00:00.000Z'))
  await walk(askDuties)
  expect((await taskOf(2027))?.state).toBe('open')
  system.travel(at('2028-01-31T02:00:00.000Z'))
  await walk(settleDuties)
  expect((await taskOf(2027))?.state).toBe('open')
  system.travel(at('2028-02-01T02:00:00.000Z'))
  await walk(settleDuties)
  expect((await taskOf(2027))?.state).toBe('dropped')
})

test('a duty that records closed is asked again once the record is gone, and in the month after its year too (M10)', async () => {
  await walk(askDuties)
  await published(system, accounts)
  await record(staffFacts)
  await managed(system, disclosure)
  const told = await managed(system, appraisal)
  const { id } = await record(memberFacts)
  expect((await taskOf(2026))?.state).toBe('done')
  const elsewhere = { ...memberFacts, day: '2025-12-30' }
  granted(await system.ask(chair, 'home', 'amendMemberCongress', { union, id, seen: 1, facts: elsewhere }))
  system.travel(at('2026-12-01T02:00:00.000Z'))
  await walk(askDuties)
  expect(await taskOf(2026)).toMatchObject({ state: 'open', desk: union, dueOn: '2026-12-31' })
  granted(await system.ask(chair, 'home', 'amendMemberCongress', { union, id, seen: 2, facts: memberFacts }))
  await walk(settleDuties)
  expect((await taskOf(2026))?.steps.map(({ kind }) => kind)).toEqual(['opened', 'done', 'opened', 'done'])

  system.travel(at('2027-01-10T02:00:00.000Z'))
  granted(await system.ask(chair, 'home', 'dropManagement', { union, id: told }))
  await walk(askDuties)
  const task = await taskOf(2026)
  expect(task?.state).toBe('open')
  expect(String(task?.dueOn) > '2027-01-10').toBe(true)
  system.travel(at('2027-02-01T02:00:00.000Z'))
  await walk(settleDuties)
  await walk(askDuties)
  expect((await taskOf(2026))?.state).toBe('dropped')
})
