import { castUnions } from '../../local/demo/personas'
import { RosterGroup } from '../../shared/contract/membership-roster'
import { somebody } from '../../tests/forms'
import { granted, openTestSystem, type TestSystem } from '../../tests/system'
import { importedFile, rosterFile, rosterRow } from './import/import.fixture'

const union = castUnions.battery.id
const chair = { as: 'demo-battery-chair', union }

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
  const people = Array.from({ length: 60 }, (_, at) =>
    rosterRow(somebody(), { employment: at % 3 === 0 ? '劳务派遣' : '在岗' }),
  )
  await importedFile(system, chair, await rosterFile(people))
})
afterAll(() => system.close())

async function everybody(group?: RosterGroup): Promise<readonly string[]> {
  const persons: string[] = []
  let cursor: string | undefined
  do {
    const input = { union, state: 'active', group, cursor }
    const page = granted(await system.ask(chair.as, 'membership', 'roster', input))
    persons.push(...page.rows.map(({ person }) => person))
    cursor = page.cursor
  } while (cursor !== undefined)
  return persons.sort()
}

test('the people behind a figure are listed: each group’s parts are everybody, and nobody is in two', async () => {
  const all = await everybody()
  const of = Object.fromEntries(
    await Promise.all(RosterGroup.options.map(async (group) => [group, await everybody(group)] as const)),
  ) as Record<RosterGroup, readonly string[]>
  expect([...of.women, ...of.men].sort()).toEqual(all)
  expect([...of.regular, ...of.dispatched, ...of.newForm].sort()).toEqual(all)
  expect([...of.cards, ...of.noCard].sort()).toEqual(all)
  expect(of.dispatched.length).toBeGreaterThanOrEqual(20)
  expect(of.women.length).toBeGreaterThan(0)
  expect(of.rural.every((person) => all.includes(person))).toBe(true)
})
