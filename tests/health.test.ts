import { isoTime } from '../shared/core/time'
import { castUnions } from '../local/demo/personas'
import { codeOf, granted, openTestSystem, type TestSystem } from './system'
import { jobRuns } from '../cloudfunctions/_kernel/records/operations'
import { runClock } from '../cloudfunctions/clock/jobs'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

const status = async () => granted(await system.ask(undefined, 'session', 'health', {})).status
const operations = (as: string, union: string = castUnions.qingdao.id) =>
  system.ask(as, 'session', 'operations', { union })

describe('whether the system is well', () => {
  test('is asked by anybody, who learns that and nothing else', async () => {
    await runClock(system.runtime)
    expect(await system.carry(undefined, 'session', { procedure: 'health', input: {} })).toEqual({
      ok: true,
      data: { status: 'ok' },
    })
  })

  test('is no any more once the clock is silent for ten minutes, and yes again when it ticks', async () => {
    const ticked = Date.parse(system.runtime.now())
    system.travel(isoTime(ticked + 9 * 60_000))
    expect(await status()).toBe('ok')
    system.travel(isoTime(ticked + 10 * 60_000))
    expect(await status()).toBe('degraded')
    await runClock(system.runtime)
    expect(await status()).toBe('ok')
  })

  test('is no while an alert stands; the topmost union’s officer reads which', async () => {
    const { store } = system.runtime
    await store.transact(async (tx) => tx.put(jobRuns, { _id: 'audit.witness', failures: 3 }))
    // Today's chains are witnessed; tomorrow there is something to fail at.
    system.travel(isoTime(Date.parse(system.runtime.now()) + 24 * 60 * 60_000))
    const away = { ...store, insert: () => Promise.reject(new Error('the store is away')) }
    await runClock({ ...system.runtime, store: away, log: () => {} })
    expect(await status()).toBe('degraded')
    const seen = granted(await operations('demo-city'))
    expect(seen.status).toBe('degraded')
    expect(seen.alerts).toMatchObject([{ code: 'JOB_FAILING', about: 'audit.witness', limit: 3 }])
    expect(seen.jobs.find(({ name }) => name === 'audit.witness')?.failures).toBeGreaterThanOrEqual(3)
    await runClock(system.runtime)
    expect(await status()).toBe('ok')
  })
})

describe('the details', () => {
  test('name backlogs and jobs', async () => {
    const seen = granted(await operations('demo-city'))
    expect(seen.backlogs).toEqual(
      ['audit', 'outbox', 'undelivered'].map((name) => ({ name, waiting: expect.any(Number) })),
    )
    expect(seen.jobs.map(({ name }) => name)).toEqual(expect.arrayContaining(['audit.sequence', 'health', 'migrate']))
  })

  test.each([
    ['an officer of a union that has one above it', 'demo-street', castUnions.street.id],
    ['an officer elsewhere', 'demo-factory-chair', castUnions.qingdao.id],
    ['a worker', 'demo-rider', castUnions.qingdao.id],
  ])('are not for %s', async (_, as, union) => {
    expect(codeOf(await operations(as, union))).toBe('NOT_ALLOWED')
  })
})
