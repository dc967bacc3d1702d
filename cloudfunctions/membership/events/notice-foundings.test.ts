import { coverages, unions } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { taskId } from '../../_kernel/tasks'
import { castUnions, castUnits } from '../../../local/demo/personas'
import { UnitId } from '../../../shared/core/ids'
import { isoTime } from '../../../shared/core/time'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { noticeFoundings } from './clock'
import { employed, found, listed, newMember, newUnit, street, upper } from './events.fixture'

const joint = castUnions.newForm.id

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

/** To the end of the day’s round. */
async function noticed(): Promise<number> {
  let opened = 0
  for (let run = 0; run < 5; run++) opened += await noticeFoundings(system.runtime)
  return opened
}
const task = (kind: 'own-committee' | 'assist-founding' | 'joint-too-many', subject: string) =>
  system.runtime.store.get(tasks, taskId(kind, subject))

test('what has grown is noticed once a day, one task per unit and union; founding finishes it', async () => {
  const { store } = system.runtime
  const grown = await newUnit(system, { coveredBy: [joint] })
  const few = await newUnit(system, { coveredBy: [joint] })
  const bare = await newUnit(system)
  const nobody = await newUnit(system)
  for (let one = 0; one < 25; one++) await newMember(system, { union: joint, unit: grown, situation: employed(grown) })
  for (let one = 0; one < 2; one++) {
    await newMember(system, { union: joint, unit: few, situation: employed(few) })
    await newMember(system, { union: castUnions.community.id, unit: bare, situation: employed(bare) })
  }
  await store.transact(async (tx) => {
    for (let one = 0; one < 51; one++) {
      const unit = UnitId.parse(`unit-listed-${one}`)
      await tx.put(coverages, { _id: `${joint}:${unit}`, union: joint, unit })
    }
  })

  expect(await noticed()).toBeGreaterThanOrEqual(3)
  expect(await noticed()).toBe(0)
  expect(await task('own-committee', grown)).toMatchObject({ desk: joint, state: 'open', dueOn: '2026-12-09' })
  expect(await task('own-committee', few)).toBeUndefined()
  expect(await task('joint-too-many', joint)).toMatchObject({ desk: joint })
  expect(await task('assist-founding', bare)).toMatchObject({ desk: castUnions.community.id })
  expect(await task('assist-founding', nobody)).toBeUndefined()

  const newForm = 'demo-newform-chair'
  const looked = (id: string) => system.ask(newForm, 'membership', 'foundingTask', { union: joint, task: id })
  expect(granted(await looked(taskId('own-committee', grown)))).toMatchObject({
    count: 25,
    threshold: 25,
    settled: false,
  })
  expect(granted(await looked(taskId('joint-too-many', joint)))).toMatchObject({ count: 51, threshold: 50 })
  expect(codeOf(await looked(taskId('assist-founding', bare)))).toBe('NOT_FOUND')
  const settle = { union: joint, task: taskId('joint-too-many', joint), verdict: 'drop' }
  granted(await system.ask(newForm, 'membership', 'settleFoundingTask', settle))
  expect(codeOf(await system.ask(newForm, 'membership', 'settleFoundingTask', settle))).toBe('TASK_CLOSED')

  await found(system, grown)
  expect(await task('own-committee', grown)).toMatchObject({ state: 'done' })
  expect((await store.get(unions, upper))?.status).toBe('active')
  expect(codeOf(await system.ask(street, 'registry', 'foundPreview', { union: upper, unit: grown }))).toBe(
    'ALREADY_FOUNDED',
  )
})

test('once a joint union covers a unit, nobody is asked any more to help it found one', async () => {
  const bare = await newUnit(system)
  const member = { union: castUnions.community.id, unit: bare, situation: employed(bare) }
  await newMember(system, member)
  system.travel(isoTime(Date.parse('2026-11-20T02:00:00.000Z')))
  await noticed()
  expect(await task('assist-founding', bare)).toMatchObject({ state: 'open' })
  granted(await system.ask(street, 'registry', 'coverUnits', { union: upper, joint, units: [bare] }))
  system.travel(isoTime(Date.parse('2026-11-21T02:00:00.000Z')))
  await noticed()
  expect(await task('assist-founding', bare)).toMatchObject({ state: 'dropped' })
})

test('a contractor without a union is helped by the union of the unit where its people work (R27)', async () => {
  const contractor = await newUnit(system)
  await newMember(system, {
    union: castUnions.community.id,
    unit: contractor,
    situation: { work: 'outsourced', employer: listed(contractor), host: listed(castUnits.factory.id) },
  })
  system.travel(isoTime(Date.parse('2026-11-22T02:00:00.000Z')))
  await noticed()
  expect(await task('assist-founding', contractor)).toMatchObject({ desk: castUnions.factory.id, state: 'open' })
})
