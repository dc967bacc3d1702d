import { join } from 'node:path'
import { castUnions } from '../../local/demo/personas'
import { isoTime } from '../../shared/core/time'
import type { UnionId } from '../../shared/core/ids'
import { succeed } from '../../shared/core/outcome'
import { everythingIn } from '../../tests/crash/everything'
import { granted, openTestSystem, type TestSystem } from '../../tests/system'
import { above, answered, recordOf, sentUp, settler, unionBelow, upper } from '../home/standards/standards.fixture'
import { assessmentCalls } from '../_kernel/records/home-standards'
import { outbox } from '../_kernel/records/outbox'
import { unions } from '../_kernel/records/registry'
import { tasks } from '../_kernel/records/tasks'
import { auditEntries, requests } from '../_kernel/records/upkeep'
import { taskId } from '../_kernel/tasks'
import { askDuties, settleDuties } from './duties'

jest.setTimeout(300_000)

let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem()
})
afterEach(() => system.close())

const call = async (until: string) =>
  granted(await system.ask(above, 'home', 'callAssessment', { union: upper, until }))
const taskOf = (union: UnionId, until: string) =>
  system.runtime.store.get(tasks, taskId('assessment-called', `${union}.${until}`))
const stateOf = async (union: UnionId, until: string) => (await taskOf(union, until))?.state
const day = (text: string) => system.travel(isoTime(Date.parse(`${text}T02:00:00.000Z`)))
/** As often as the clock comes round in a day, on that day. */
async function round(text: string): Promise<void> {
  day(text)
  for (let run = 0; run < 6; run++) await askDuties(system.runtime)
  for (let run = 0; run < 6; run++) await settleDuties(system.runtime)
}

test('a call for assessments is in the inbox of every union below within a day, with its last day, and of no other', async () => {
  const { union, as } = await unionBelow(system)
  const { union: elsewhere } = await unionBelow(system, {
    parent: castUnions.shinan.id,
    line: [castUnions.shinan.id, castUnions.qingdao.id],
  })
  await round('2026-11-19')
  expect(await stateOf(union, '2026-12-15')).toBeUndefined()
  await call('2026-12-15')
  await round('2026-11-20')
  expect(await taskOf(union, '2026-12-15')).toMatchObject({ state: 'open', desk: union, dueOn: '2026-12-15' })
  expect(await stateOf(upper, '2026-12-15')).toBeUndefined()
  expect(await stateOf(elsewhere, '2026-12-15')).toBeUndefined()
  const { rows } = granted(await system.ask(as, 'membership', 'tasks', { union }))
  expect(rows.filter(({ kind }) => kind === 'assessment-called')).toHaveLength(1)
  await round('2026-11-21')
  expect((await taskOf(union, '2026-12-15'))?.steps).toHaveLength(1)
})

test('the call itself writes no more than its own document', async () => {
  const { union } = await unionBelow(system)
  const everything = () => everythingIn(join(system.folder, 'home.sqlite'))
  const before = everything()
  await call('2026-12-15')
  const after = everything()
  const touched = [...after.acts].filter(([name, documents]) => before.acts.get(name) !== documents)
  // Every command is remembered by its request, so that it is done once.
  expect(touched.map(([name]) => name).sort()).toEqual([assessmentCalls.name, requests.name])
  expect(after.all(assessmentCalls)).toHaveLength(before.all(assessmentCalls).length + 1)
  expect(after.all(auditEntries)).toHaveLength(before.all(auditEntries).length + 1)
  expect(after.all(outbox)).toEqual(before.all(outbox))
  expect(await stateOf(union, '2026-12-15')).toBeUndefined()
})

test('who has sent it is asked no more, at once; who had sent it before is not asked', async () => {
  const before = await sentUp(system)
  const below = await answered(system)
  await call('2026-12-15')
  await round('2026-11-20')
  expect(await stateOf(before.union, '2026-12-15')).toBeUndefined()
  expect(await stateOf(below.union, '2026-12-15')).toBe('open')
  const { revision: seen } = await recordOf(system, below.union)
  granted(await system.ask(below.as, 'home', 'sendAssessment', { union: below.union, year: 2026, seen }))
  expect(await stateOf(below.union, '2026-12-15')).toBe('done')
})

test('what was sent and taken back is asked for again, and closed by sending it anew', async () => {
  const { union, as } = await answered(system)
  await call('2026-12-15')
  await round('2026-11-20')
  const send = async () => {
    const { revision: seen } = await recordOf(system, union)
    granted(await system.ask(as, 'home', 'sendAssessment', { union, year: 2026, seen }))
  }
  await send()
  granted(await system.ask(as, 'home', 'withdrawAssessment', { union, year: 2026 }))
  await round('2026-11-21')
  expect(await taskOf(union, '2026-12-15')).toMatchObject({ state: 'open', desk: union, dueOn: '2026-12-15' })
  granted(await system.ask(as, 'home', 'startAssessment', { union }))
  await send()
  expect(await stateOf(union, '2026-12-15')).toBe('done')
})

test('it waits through its last day, and no longer', async () => {
  const { union } = await unionBelow(system)
  await call('2026-12-15')
  await round('2026-12-15')
  expect(await stateOf(union, '2026-12-15')).toBe('open')
  await round('2026-12-16')
  expect(await stateOf(union, '2026-12-15')).toBe('dropped')
})

test('another day is asked for anew, and the day before is dropped', async () => {
  const { union } = await unionBelow(system)
  await call('2026-12-15')
  await round('2026-11-20')
  await call('2026-12-28')
  await round('2026-11-21')
  expect([await stateOf(union, '2026-12-15'), await stateOf(union, '2026-12-28')]).toEqual(['dropped', 'open'])
})

test.each(['the call is gone', 'the union has ended'])('nothing waits where %s', async (what) => {
  const { union } = await unionBelow(system)
  await call('2026-12-15')
  await round('2026-11-20')
  await system.runtime.store.transact(async (tx) => {
    const record = await tx.get(unions, union)
    if (what === 'the call is gone') await tx.remove(assessmentCalls, `${upper}:2026`)
    else if (record !== undefined) await tx.put(unions, { ...record, status: 'dissolved' as const })
    return succeed(undefined)
  })
  await round('2026-11-21')
  expect(await stateOf(union, '2026-12-15')).toBe('dropped')
})

test('a nearer call that is over hides none from further above', async () => {
  const { union, as } = await unionBelow(system)
  await call('2026-11-25')
  const district = await settler(system)
  const longer = { union: district.union, until: '2026-12-15' }
  granted(await system.ask(district.as, 'home', 'callAssessment', longer))
  const called = async () => granted(await system.ask(as, 'home', 'standing', { union })).called?.until
  await round('2026-11-20')
  expect([await called(), await stateOf(union, '2026-11-25')]).toEqual(['2026-11-25', 'open'])
  await round('2026-11-26')
  await round('2026-11-27')
  expect(await called()).toBe('2026-12-15')
  expect([await stateOf(union, '2026-11-25'), await stateOf(union, '2026-12-15')]).toEqual(['dropped', 'open'])
})
