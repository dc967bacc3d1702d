import { verifyAudit } from '../_kernel/audit-chain/verify'
import { auditEntries } from '../_kernel/records/upkeep'
import { sent, situations, somebody } from '../../tests/forms'
import { openTestSystem, type TestSystem } from '../../tests/system'
import { main } from './index'
import { runClock } from './jobs'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

const waiting = async () =>
  (await system.runtime.store.find(auditEntries, { index: 'waiting', equals: { seq: undefined } })).documents.length

test('chains what waits and has it witnessed, level by level up to the top; then there is nothing left to do that day', async () => {
  await sent(system, system.newcomer(), somebody(), situations.rider)
  let runs = 0
  for (let done = Infinity; done > 0; runs++)
    done = Object.values(await runClock(system.runtime)).reduce((all, count) => all + count, 0)
  expect(runs).toBeGreaterThan(2)
  expect(runs).toBeLessThan(10)
  expect(await waiting()).toBe(0)
  expect(await verifyAudit(system.runtime.store)).toEqual([])
})

test('a job that fails is logged and does not hold up the others', async () => {
  const faults: unknown[] = []
  const { store } = system.runtime
  const done = await runClock({
    ...system.runtime,
    store: { ...store, group: () => Promise.reject(new Error('the store is away')) },
    log: (entry) => faults.push(entry.fault),
  })
  expect(faults).toHaveLength(1)
  expect(done).not.toHaveProperty(['audit.sequence'])
  expect(done).toHaveProperty(['audit.witness'])
})

test.each([
  ['a person’s call', { procedure: 'audit.sequence', input: {} }],
  ['nothing', undefined],
  ['a text', 'Timer'],
])('%s does nothing', async (_, event) => {
  await sent(system, system.newcomer(), somebody(), situations.rider)
  const before = await waiting()
  expect(await main(event, {})).toEqual({ ok: false })
  expect(await waiting()).toBe(before)
})
