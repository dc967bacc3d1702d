import { auditEntries } from '../cloudfunctions/_kernel/records/upkeep'
import { sent, situations, somebody } from '../tests/forms'
import { openTestSystem } from '../tests/system'
import { startClock } from './clock'

test('what was done is chained soon after, without anybody asking; a stopped clock does no more', async () => {
  const system = await openTestSystem()
  const waiting = async () =>
    (await system.runtime.store.find(auditEntries, { index: 'waiting', equals: { seq: undefined } })).documents.length
  await sent(system, system.newcomer(), somebody(), situations.rider)
  const clock = startClock(system.runtime, 5)
  while ((await waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await clock.stop()
  await sent(system, system.newcomer(), somebody(), situations.rider)
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect(await waiting()).toBeGreaterThan(0)
  await system.close()
}, 600_000)
