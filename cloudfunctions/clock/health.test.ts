import { isoTime } from '../../shared/core/time'
import { auditEntries } from '../_kernel/records/upkeep'
import { chainWalks, health, jobRuns } from '../_kernel/records/operations'
import type { Runtime } from '../_kernel/runtime'
import { sent, situations, somebody } from '../../tests/forms'
import { openTestSystem, type TestSystem } from '../../tests/system'
import { runClock } from './jobs'

let system: TestSystem
const begun = Date.parse('2026-11-18T02:00:00.000Z')
beforeEach(async () => {
  system = await openTestSystem()
}, 600_000)
afterEach(() => system.close())

/** A round of the clock, and what it wrote into the log for the operator. */
async function round(change: Partial<Runtime> = {}): Promise<readonly string[]> {
  const lines: string[] = []
  await runClock({ ...system.runtime, log: ({ alert }) => void (alert === undefined || lines.push(alert)), ...change })
  return lines
}

const brokenGroup = () => ({
  store: { ...system.runtime.store, group: () => Promise.reject(new Error('the store is away')) },
})

test('a system that is well: no alert, every job noted', async () => {
  expect(await round()).toEqual([])
  const { store } = system.runtime
  for (const job of ['migrate', 'audit.sequence', 'audit.witness', 'audit.verify', 'health'])
    expect(await store.get(jobRuns, job)).toMatchObject({ failures: 0, lastSuccessAt: isoTime(begun) })
  expect(await store.get(health, 'now')).toMatchObject({ at: isoTime(begun), alerts: [] })
})

test('a job that fails is alerted the third time, then once an hour, and no more once it succeeds', async () => {
  expect(await round(brokenGroup())).toEqual([])
  expect(await round(brokenGroup())).toEqual([])
  expect(await round(brokenGroup())).toEqual([
    expect.stringMatching(/^ALERT JOB_FAILING about=audit.sequence value=3 limit=3 /),
  ])
  expect(await round(brokenGroup())).toEqual([])
  system.travel(isoTime(begun + 60 * 60_000))
  expect(await round(brokenGroup())).toEqual([
    expect.stringMatching(/^ALERT JOB_FAILING about=audit.sequence value=5 limit=3 since=2026-11-18T02:00/),
  ])
  expect(await round()).toEqual([])
  expect(await system.runtime.store.get(jobRuns, 'audit.sequence')).toMatchObject({ failures: 0 })
  expect(await system.runtime.store.get(health, 'now')).toMatchObject({ alerts: [] })
})

test('a chain that was changed is found the same day it is looked at, named in the log, and alerted until the next day’s walk', async () => {
  await sent(system, system.newcomer(), somebody(), situations.rider)
  while (((await runClock(system.runtime))['audit.sequence'] ?? 0) > 0);
  const { store } = system.runtime
  const chain = 'union-zhongshanlu-newform'
  const { documents } = await store.find(auditEntries, { index: 'inChain', equals: { chain }, from: 1 })
  const [first] = documents
  if (first === undefined) throw new Error('nothing was chained')
  await store.transact(async (tx) => tx.put(auditEntries, { ...first, subject: 'somebody-else' }))

  system.travel(isoTime(begun + 24 * 60 * 60_000))
  const lines: string[] = []
  for (let rounds = 0; rounds < 10; rounds++) lines.push(...(await round()))
  expect(lines).toEqual([`${chain} 1 CHANGED`, expect.stringMatching(/^ALERT CHAIN_BROKEN about=audit value=1 /)])
  expect(await store.get(chainWalks, 'audit')).toMatchObject({ finished: true, findings: 1 })

  await store.transact(async (tx) => tx.put(auditEntries, first))
  system.travel(isoTime(begun + 48 * 60 * 60_000))
  for (let rounds = 0; rounds < 10; rounds++) await round()
  expect(await store.get(health, 'now')).toMatchObject({ alerts: [] })
})
