import { castUnions } from '../../../local/demo/personas'
import { PersonId } from '../../../shared/core/ids'
import { joinedMember } from '../../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

test('the form says what is on file, to the union and to the member the same', async () => {
  const { as, person } = await joinedMember(system)
  const form = granted(await system.ask(chair, 'membership', 'memberForm', { union, person }))
  expect(form).toMatchObject({ unionName: castUnions.factory.name, state: 'active', applied: { onPaper: false } })
  expect(form.maskedNumber).toContain('*')
  expect(form.history.length).toBeGreaterThan(0)
  expect(granted(await system.ask(as, 'membership', 'myForm', {})).form).toEqual(form)
})

test('nobody else’s member has one, and who is no member has none', async () => {
  const { person } = await joinedMember(system)
  const street = { union: castUnions.street.id, person: PersonId.parse(person) }
  expect(codeOf(await system.ask('demo-street', 'membership', 'memberForm', street))).toBe('NOT_FOUND')
  expect(granted(await system.ask(system.newcomer(), 'membership', 'myForm', {}))).toEqual({})
})

test('the member reads that somebody looked', async () => {
  const { as, person } = await joinedMember(system)
  granted(await system.ask(chair, 'membership', 'memberForm', { union, person }))
  const trail = JSON.stringify(granted(await system.ask(as, 'membership', 'trail', {})))
  expect(trail).toContain('form.view')
})
