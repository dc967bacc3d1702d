import { castUnions } from '../../local/demo/personas'
import { isoTime } from '../../shared/core/time'
import { contractFacts, heldByMembers, managed } from '../../tests/faults/of-meetings'
import { chair, street, union } from '../../tests/faults/ready'
import { granted, openTestSystem, type TestSystem } from '../../tests/system'
import { tasks } from '../_kernel/records/tasks'
import { taskId } from '../_kernel/tasks'
import { askDuties, settleDuties } from './duties'

let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem()
}, 600_000)
afterEach(() => system.close())

const go = (day: string) => system.travel(isoTime(Date.parse(`${day}T02:00:00.000Z`)))
const taskOf = (half: string) => system.runtime.store.get(tasks, taskId('half-year-filing', `${union}.${half}`))
/** As often as the clock comes round in a day. */
async function walk(job: typeof askDuties): Promise<void> {
  for (let run = 0; run < 3; run++) await job(system.runtime)
}
const inbox = async (as: string, of: string) =>
  granted(await system.ask(as, 'membership', 'tasks', { union: of })).rows.filter(
    ({ kind }) => kind === 'half-year-filing',
  )

test('the chair is asked in the month after the half-year, and nobody else; filing it closes it (M9)', async () => {
  await heldByMembers(system, { day: '2026-11-10' })
  await walk(askDuties)
  go('2026-12-31')
  await walk(askDuties)
  expect(await taskOf('2026-2')).toBeUndefined()
  go('2027-01-01')
  await walk(askDuties)
  expect(await taskOf('2026-2')).toMatchObject({ state: 'open', desk: union, dueOn: '2027-01-31' })
  expect(await inbox(chair, union)).toHaveLength(1)
  expect(await inbox(street, castUnions.street.id)).toHaveLength(0)
  granted(await system.ask(chair, 'home', 'fileHalfYear', { union, half: '2026-2' }))
  expect((await taskOf('2026-2'))?.state).toBe('done')
  go('2027-01-02')
  await walk(askDuties)
  expect((await taskOf('2026-2'))?.state).toBe('done')
})

test('who has nothing of that half-year on record, or filed it already, is not asked', async () => {
  await managed(system, { ...contractFacts, day: '2026-06-30' })
  go('2027-01-03')
  await walk(askDuties)
  expect(await taskOf('2026-2')).toBeUndefined()
  await heldByMembers(system, { day: '2026-11-10' })
  granted(await system.ask(chair, 'home', 'fileHalfYear', { union, half: '2026-2' }))
  go('2027-01-04')
  await walk(askDuties)
  expect(await taskOf('2026-2')).toBeUndefined()
})

test('a reminder ends when there is nothing left to file, and when the next half-year is over', async () => {
  const { id } = await heldByMembers(system, { day: '2026-11-10' })
  const contract = await managed(system, { ...contractFacts, day: '2026-10-01' })
  go('2027-01-05')
  await walk(askDuties)
  granted(await system.ask(chair, 'home', 'dropManagement', { union, id: contract }))
  await walk(settleDuties)
  expect((await taskOf('2026-2'))?.state).toBe('open')
  granted(await system.ask(chair, 'home', 'dropMemberCongress', { union, id, seen: 1 }))
  go('2027-01-06')
  await walk(settleDuties)
  expect((await taskOf('2026-2'))?.state).toBe('dropped')

  go('2027-07-01')
  await heldByMembers(system, { day: '2027-02-01' })
  await walk(askDuties)
  go('2027-12-31')
  await walk(settleDuties)
  expect((await taskOf('2027-1'))?.state).toBe('open')
  go('2028-01-01')
  await walk(settleDuties)
  expect((await taskOf('2027-1'))?.state).toBe('dropped')
})

test('a half-year that had nothing left to file is asked for again when something of it is on record, in its month and after it', async () => {
  const contract = await managed(system, { ...contractFacts, day: '2026-10-01' })
  go('2027-01-05')
  await walk(askDuties)
  granted(await system.ask(chair, 'home', 'dropManagement', { union, id: contract }))
  await walk(settleDuties)
  expect((await taskOf('2026-2'))?.state).toBe('dropped')
  const again = await managed(system, { ...contractFacts, day: '2026-10-02' })
  go('2027-01-06')
  await walk(askDuties)
  expect(await taskOf('2026-2')).toMatchObject({ state: 'open', dueOn: '2027-01-31' })
  granted(await system.ask(chair, 'home', 'dropManagement', { union, id: again }))
  await walk(settleDuties)
  await heldByMembers(system, { day: '2026-11-10' })
  go('2027-03-01')
  await walk(askDuties)
  const task = await taskOf('2026-2')
  expect(task?.state).toBe('open')
  expect(String(task?.dueOn) > '2027-03-01').toBe(true)
})
