import { attempts } from './faults/attempts'
import { cases, procedures } from './faults/everywhere'
import { openTestSystem, type TestSystem } from './system'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

test('every procedure has an attempt in faults/attempts.ts, a command one with its effect', async () => {
  const missing = procedures.filter(({ name, procedure }) => Object.keys(attempts[name][procedure] ?? {}).length === 0)
  expect(missing).toEqual([])
  for (const [title, { kind, make }] of cases) {
    const { effects } = await make(system)
    if (kind !== 'exchange')
      expect({ title, counted: effects !== undefined }).toEqual({ title, counted: kind === 'command' })
  }
})
