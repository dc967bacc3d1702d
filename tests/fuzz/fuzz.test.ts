import { openTestSystem, type TestSystem } from '../system'
import { fuzzDoor } from './door'
import { fuzz } from './fuzz'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

test('whatever is sent to whichever procedure by whomever: an answer with a declared code, no fault, nobody else’s data', async () => {
  const { calls, codes, findings } = await fuzz(system, 4_000, 20_261_121)
  expect(findings).toEqual([])
  expect(system.logged.filter(({ fault }) => fault !== undefined)).toEqual([])
  expect(calls).toBeGreaterThanOrEqual(4_000)
  expect(Object.keys(codes).length).toBeGreaterThan(10)
  expect(codes['OK']).toBeGreaterThan(calls / 20)
}, 600_000)

test('whatever comes to the door for browsers: only our own pages are answered, nothing breaks, nobody is named in full', async () => {
  const { statuses, findings } = await fuzzDoor(system, 2_000, 20_261_121)
  expect(findings).toEqual([])
  expect(system.logged.filter(({ fault }) => fault !== undefined)).toEqual([])
  for (const status of [200, 400, 403, 405]) expect(statuses[status]).toBeGreaterThan(50)
})
