import { isoTime } from '../../shared/core/time'
import { castUnions } from '../../local/demo/personas'
import { granted, openTestSystem, type TestSystem } from '../../tests/system'
import { keepStandings, reporting } from '../home/above/above.fixture'
import { unionBelow } from '../home/standards/standards.fixture'
import { RegionId, type UnionId } from '../../shared/core/ids'
import { tasks } from '../_kernel/records/tasks'
import { taskId } from '../_kernel/tasks'
import { askDuties, settleDuties } from './duties'

jest.setTimeout(300_000)

let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem()
})
afterEach(() => system.close())

const taskOf = (union: UnionId, year: number) =>
  system.runtime.store.get(tasks, taskId('home-report', `${union}.${year}`))
const stateOf = async (union: UnionId, year: number) => (await taskOf(union, year))?.state
/** As often as the clock comes round in a day, on that day. */
async function round(day: string): Promise<void> {
  system.travel(isoTime(Date.parse(`${day}T02:00:00.000Z`)))
  for (let run = 0; run < 6; run++) await askDuties(system.runtime)
  for (let run = 0; run < 6; run++) await settleDuties(system.runtime)
}
const send = async ({ union, as }: { readonly union: UnionId; readonly as: string }, year: number) =>
  granted(await system.ask(as, 'home', 'sendHomeReport', { union, year, text: '各家工会都对照了标准，差的正在整改。' }))

test('whoever leads others is asked in time before the region’s day, and sending closes it at once (D7)', async () => {
  const leading = await reporting(system)
  await round('2026-09-14')
  expect(await taskOf(leading.union, 2026)).toBeUndefined()
  await round('2026-09-15')
  expect(await taskOf(leading.union, 2026)).toMatchObject({ state: 'open', dueOn: '2026-12-15', desk: leading.union })
  await send(leading, 2026)
  expect(await stateOf(leading.union, 2026)).toBe('done')
})

test('nobody is asked who leads none, or whose region names no day', async () => {
  await keepStandings(system.runtime)
  const { union } = await unionBelow(system, { region: RegionId.parse('3604') })
  await round('2026-12-01')
  expect([await taskOf(union, 2026), await taskOf(castUnions.street.id, 2026)]).toEqual([undefined, undefined])
})

test('what was missed waits through the new year, and sent late it is done', async () => {
  const [leading, other] = [await reporting(system), await reporting(system)]
  await round('2026-12-01')
  await round('2027-03-01')
  expect([await stateOf(leading.union, 2026), await taskOf(leading.union, 2027)]).toEqual(['open', undefined])
  await send(leading, 2026)
  expect(await stateOf(leading.union, 2026)).toBe('done')
  // The next one is asked for: nobody waits for the last any more.
  await round('2027-09-15')
  expect([await stateOf(other.union, 2026), await stateOf(other.union, 2027)]).toEqual(['dropped', 'open'])
})
